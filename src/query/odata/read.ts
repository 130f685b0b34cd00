import { longest } from '../../text/longest.ts';
import { oneLine } from '../../text/oneLine.ts';
import { imbalanceIn } from '../condition/imbalance.ts';
import { isNot, valuesOf } from '../condition/wanted.ts';
import type { Entered } from '../field.ts';
import { queryFields } from '../fields.ts';
import { everything, type Query } from '../query.ts';
import { refusePair } from '../refusePair.ts';
import { refusals } from './refusals.ts';
import { type ODataSeveral, severalIn } from './several.ts';
import { isNode, nodesIn, type ODataNode, odataTree, withinParentheses } from './tree.ts';
import { undocumentedIn } from './undocumented.ts';

/** A filter as conditions, or why it isn't one and where in the text, counted in UTF-16 units from 0. */
export type ODataRead =
	| {
			readonly query: Omit<Query, 'sort'>;
			/** What of it the service is asked that its documentation doesn't show, such as `gt`, so that it may be refused. */
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
		const entered = withNode(query, node, text);
		if (!entered) rest.push(node);
		else if ('refusal' in entered) return { ...entered, position: node.position };
		else query = entered.query;
	}
	const { sort: _, ...conditions } = query;
	if (rest.length === 0) return { query: conditions, undocumented: [] };
	const undocumented = [...new Set(rest.flatMap((node) => undocumentedIn(node, text)))];
	const advanced = advancedOf(rest, text);
	return advanced.length > longest.advanced
		? refusedAt(rest[0]?.position ?? 0, refusals.tooMuchRest(longest.advanced))
		: { query: { ...conditions, advanced }, undocumented };
}

/** The query with what a part of a filter asks for, where a field of it can hold that. */
function withNode(query: Query, node: ODataNode, text: string): Entered | undefined {
	const term = severalIn(node, text);
	const entered = term && withTerm(query, term);
	if (!entered || 'refusal' in entered) return entered;
	const refusal = refusePair(entered.query);
	return refusal === undefined ? entered : { refusal };
}

/** The query with a condition; undefined where the field of it can't hold it beside what it has. */
function withTerm(query: Query, { name, values, not }: ODataSeveral): Entered | undefined {
	const field = queryFields.find((each) => each.name === name);
	const before = query[name];
	const [value = '', ...others] = values;
	if (before === undefined)
		return not || others.length > 0 ? field?.enterSeveral?.(query, values, not) : field?.enter(query, value);
	if (!field?.enterSeveral || typeof before === 'number') return undefined;
	const [held, wasNot] = [valuesOf(before), isNot(before)];
	if (not && wasNot) return field.enterSeveral(query, [...held, ...values], true);
	if (not === wasNot) return undefined;
	const [asked, left] = not ? [held, values] : [values, held];
	const rest = asked.filter((each) => !left.includes(each));
	return rest.length > 0
		? field.enterSeveral(query, rest, false)
		: { refusal: refusals.both(field.label(), oneLine(asked.join(', '), 40)) };
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
