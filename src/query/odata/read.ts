import { longest } from '../../text/longest.ts';
import { oneLine } from '../../text/oneLine.ts';
import { queryFields } from '../fields.ts';
import { imbalanceIn } from '../imbalance.ts';
import { everything, type Query } from '../query.ts';
import { refusePair } from '../refusePair.ts';
import { refusals } from './refusals.ts';
import { type ODataTerm, termIn } from './term.ts';
import { isNode, nodesIn, type ODataNode, odataTree } from './tree.ts';
import { undocumentedIn } from './undocumented.ts';

/** A filter as conditions, or why it isn't one and where in the text, counted in UTF-16 units from 0. */
export type ODataRead =
	| {
			readonly query: Omit<Query, 'sort'>;
			/** What of it the service's documentation doesn't show, such as `or`, so that it may be refused. */
			readonly undocumented: readonly string[];
	  }
	| { readonly refusal: string; readonly position: number };

/**
 * Reads an OData filter that somebody typed. Conditions that a field of a query can hold become that, each field
 * once; all others are kept as they were written, as the advanced condition, and nothing is dropped.
 */
export function readOdata(typed: string): ODataRead {
	const text = typed.replace(/\s/g, ' ').trimEnd();
	const start = text.length - text.trimStart().length;
	const read = readTrimmed(text.slice(start));
	return 'refusal' in read ? { ...read, position: read.position + start } : read;
}

function readTrimmed(text: string): ODataRead {
	if (text === '') return { query: {}, undocumented: [] };
	if (text.length > longest.filter) return refusedAt(longest.filter, refusals.tooLong(longest.filter));
	const hidden = hiddenIn(text);
	if (hidden !== undefined) return refusedAt(hidden, refusals.hidden());
	const imbalance = imbalanceIn(text);
	if (imbalance) return refusedAt(imbalance.position, refusals[imbalance.kind]());
	const tree = odataTree(text);
	return 'mistake' in tree ? mistaken(text, tree.mistake) : conditionsOf(tree, text);
}

function conditionsOf(tree: ODataNode, text: string): ODataRead {
	let query = everything;
	const rest: ODataNode[] = [];
	for (const node of conjunctsOf(tree)) {
		if (isBare(node)) return refusedAt(node.next, refusals.bare(oneLine(rawOf(node, text), 40)));
		const term = termIn(node, text);
		const next = term && withTerm(query, term);
		if (!next) rest.push(node);
		const refusal = next && refusePair(next);
		if (refusal !== undefined) return { refusal, position: node.position };
		query = next ?? query;
	}
	const { sort: _, ...conditions } = query;
	const undocumented = undocumentedIn(tree, text);
	if (rest.length === 0) return { query: conditions, undocumented };
	const advanced = advancedOf(rest, text);
	return advanced.length > longest.advanced
		? refusedAt(rest[0]?.position ?? 0, refusals.tooMuchRest(longest.advanced))
		: { query: { ...conditions, advanced }, undocumented };
}

/** The query with a condition, unless it already has one in that field. */
function withTerm(query: Query, { name, value }: ODataTerm): Query | undefined {
	const field = queryFields.find((each) => each.name === name);
	if (!field || query[name] !== undefined) return undefined;
	const entered = field.enter(query, value);
	return 'refusal' in entered ? undefined : entered.query;
}

/** What must hold all together; parentheses around several conditions that must are opened. */
function conjunctsOf(node: ODataNode): readonly ODataNode[] {
	const within = withinParentheses(node);
	if (within) {
		const inner = conjunctsOf(within);
		return inner.some(isLoose) ? [node] : inner;
	}
	if (node.type !== 'AndExpression') return [node];
	const all = nodesIn(node.value).flatMap(conjunctsOf);
	return all.some(isLoose) ? [node] : all;
}

/**
 * Whether a node means something else once it stands by itself: `or` binds less than `and`; and the parser takes
 * all that follows a `not` for what isn't, where OData means the next condition only.
 */
function isLoose({ type, value }: ODataNode): boolean {
	const within = type === 'NotExpression' && isNode(value) ? value.type : type;
	return within === 'OrExpression' || within === 'AndExpression';
}

/** Whether a node that should be a condition is a property or a value alone; `team/any(…)` is a path, too. */
function isBare({ type, value }: ODataNode): boolean {
	if (type !== 'CommonExpression') return false;
	const [path] = nodesIn(value);
	if (path?.type !== 'FirstMemberExpression') return path?.type === 'Literal';
	return !hasPredicate(path);
}

function hasPredicate({ type, value }: ODataNode): boolean {
	return type === 'LambdaPredicateExpression' || nodesIn(value).some(hasPredicate);
}

function rawOf({ position, next }: ODataNode, text: string): string {
	return text.slice(position, next);
}

/** The conditions as they were written; one alone needs no parentheses, which it is given when it is sent. */
function advancedOf(nodes: readonly ODataNode[], text: string): string {
	const [only, ...more] = nodes;
	const bare = only && more.length === 0 ? [opened(only)] : nodes;
	return bare.map((node) => rawOf(node, text)).join(' and ');
}

function opened(node: ODataNode): ODataNode {
	const within = withinParentheses(node);
	return within ? opened(within) : node;
}

/** The parser tells parentheses around conditions from those around values, for which it takes `team/any(…)`. */
function withinParentheses({ type, value }: ODataNode): ODataNode | undefined {
	if (!isNode(value)) return undefined;
	if (type === 'BoolParenExpression') return value;
	const inner = type === 'CommonExpression' && value.type === 'ParenExpression' ? value.value : undefined;
	return isNode(inner) ? { type, position: inner.position, next: inner.next, value: inner } : undefined;
}

function mistaken(text: string, position: number): ODataRead {
	const [word = ''] = /^(?:[\w.:+-]+|[^\s\w]+)/.exec(text.slice(position)) ?? [];
	return refusedAt(
		position,
		word ? refusals.misplaced(oneLine(word, 40), position + 1) : refusals.ended(oneLine(text.slice(-20))),
	);
}

function refusedAt(position: number, refusal: string): ODataRead {
	return { refusal, position };
}

/** The place of the first character that isn't shown, if there is one. */
function hiddenIn(text: string): number | undefined {
	let at = 0;
	for (const character of text) {
		if (oneLine(`x${character}x`).length !== character.length + 2) return at;
		at += character.length;
	}
	return undefined;
}
