import { oneLine } from '../../text/oneLine.ts';
import { termIn } from './term.ts';
import { isNode, nodesIn, type ODataNode } from './tree.ts';

/** What the documentation of the list shows in a filter, of 2019 and since; a member of the team as `team/…`. */
const properties: readonly string[] = [
	...[
		'engagementId',
		'status',
		'substatus',
		'updatedDateTime',
		'email',
		'qualification',
		'direction',
		'type',
	],
	...['customerProfile/address/country', 'team', 'team/email'],
];

const plain: readonly string[] = [
	...['AndExpression', 'EqualsExpression', 'BoolParenExpression', 'ParenExpression', 'CommonExpression'],
	...['AnyExpression', 'LambdaPredicateExpression'],
];

const operators: Readonly<Record<string, string>> = {
	OrExpression: 'or',
	NotExpression: 'not',
	NotEqualsExpression: 'ne',
	GreaterThanExpression: 'gt',
	GreaterOrEqualsExpression: 'ge',
	LesserThanExpression: 'lt',
	LesserOrEqualsExpression: 'le',
	HasExpression: 'has',
	AddExpression: 'add',
	SubExpression: 'sub',
	MulExpression: 'mul',
	DivExpression: 'div',
	ModExpression: 'mod',
	AllExpression: 'all',
	NegateExpression: '-',
};

type Scope = ReadonlyMap<string, string>;

/** What in a filter the service's documentation doesn't show, each once: operators, functions, properties. */
export function undocumentedIn(node: ODataNode, text: string): readonly string[] {
	return [...new Set(walk(node, text, new Map()))];
}

function walk(node: ODataNode, text: string, scope: Scope): readonly string[] {
	if (termIn(node, text)) return [];
	if (node.type === 'FirstMemberExpression') return member(node, text, scope);
	const below = nodesIn(node.value).flatMap((child) => walk(child, text, scope));
	return plain.includes(node.type) ? below : [...wordsFor(node, text), ...below];
}

function wordsFor({ type, value, position, next }: ODataNode, text: string): readonly string[] {
	const raw = oneLine(text.slice(position, next), 40);
	if (type === 'Literal') return ['Edm.String', 'Edm.DateTimeOffset'].includes(`${value}`) ? [] : [raw];
	if (type === 'MethodCallExpression') return [/^\w+/.exec(raw)?.[0] ?? raw];
	return [operators[type] ?? raw];
}

/** A path; one that ends in `any(t:…)` names the members of a list `t` in there. */
function member(node: ODataNode, text: string, scope: Scope): readonly string[] {
	const raw = text.slice(node.position, node.next);
	const [, head = raw, kind = '', variable = ''] = /^(.*?)\/(any|all)\s*\(\s*(\w*)/s.exec(raw) ?? [];
	const [first = '', ...rest] = head.split('/');
	const path = [scope.get(first) ?? first, ...rest].join('/');
	const within = new Map([...scope, [variable, path]]);
	return [
		...(properties.includes(path) ? [] : [oneLine(path, 40)]),
		...(kind === 'all' ? ['all'] : []),
		...predicatesIn(node).flatMap((each) => walk(each, text, within)),
	];
}

function predicatesIn(node: ODataNode): readonly ODataNode[] {
	return nodesIn(node.value).flatMap((child) => {
		if (child.type === 'LambdaPredicateExpression') return isNode(child.value) ? [child.value] : [];
		return predicatesIn(child);
	});
}
