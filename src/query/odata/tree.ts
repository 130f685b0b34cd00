// The only maintained parser, @balena/odata-parser, reads OData 2: it gives `and` and `or` one precedence, knows no
// unquoted instants, undoes percent-encoding and doesn't say where a condition stood. This one follows the grammar
// of OData 4 and gives every node its place; its expressions alone are a third of it.
import { boolCommonExpr } from '@odata/parser/lib/expressions.js';
import { isJsonObject } from '../../partner/json.ts';

/** A part of an OData expression: `position` is where in the text it begins, `next` where it has ended. */
export interface ODataNode {
	/** A name of the parser's, such as `AndExpression`. */
	readonly type: string;
	readonly position: number;
	readonly next: number;
	/** The parts, in a shape that depends on the type. */
	readonly value: unknown;
}

/** In nodes, of which a parenthesis or a comparison makes a few; a chain of signs could exhaust the stack. */
const deepest = 1000;

/** Parses a filter. @returns the tree, or the place of the mistake; the length of the text when it ends too early */
export function odataTree(text: string): ODataNode | { readonly mistake: number } {
	const codes = Array.from({ length: text.length }, (_, at) => readable(text.charCodeAt(at)));
	const whole = parsed(codes);
	if (whole && whole.next === codes.length) {
		const tooDeep = nodeAt(deepest, whole);
		return tooDeep ? { mistake: tooDeep.position } : whole;
	}
	return { mistake: wordStart(text, furthest(codes)) };
}

/** Whether something in a node's value is a node. */
export function isNode(value: unknown): value is ODataNode {
	return isJsonObject(value) && typeof value['type'] === 'string' && typeof value['position'] === 'number';
}

/** The nodes within a node, in order. */
export function nodesIn(value: unknown): readonly ODataNode[] {
	if (isNode(value)) return [value];
	if (Array.isArray(value)) return value.flatMap(nodesIn);
	return isJsonObject(value) ? Object.values(value).flatMap(nodesIn) : [];
}

/** The parser tells parentheses around conditions from those around values, for which it takes `team/any(…)`. */
export function withinParentheses({ type, value }: ODataNode): ODataNode | undefined {
	if (!isNode(value)) return undefined;
	if (type === 'BoolParenExpression') return value;
	const inner = type === 'CommonExpression' && value.type === 'ParenExpression' ? value.value : undefined;
	return isNode(inner) ? { type, position: inner.position, next: inner.next, value: inner } : undefined;
}

/** A node that is so many levels down, if there is one. */
function nodeAt(depth: number, node: ODataNode): ODataNode | undefined {
	if (depth === 0) return node;
	for (const child of nodesIn(node.value)) {
		const found = nodeAt(depth - 1, child);
		if (found) return found;
	}
	return undefined;
}

/** The parser would undo percent-encoding, which this text has not: it gets a sign that it has no use for. */
function readable(code: number): number {
	return code === 0x25 ? 0x5e : code;
}

function parsed(codes: number[]): ODataNode | undefined {
	try {
		const node: unknown = boolCommonExpr(codes, 0);
		return isNode(node) ? node : undefined;
	} catch {
		return undefined; // Nested so deeply that the stack is exhausted.
	}
}

/** The parser doesn't say where it failed, but it has looked at nothing behind the place. */
function furthest(codes: number[]): number {
	let last = 0;
	const watched = new Proxy(codes, {
		get: (target, key) => {
			const at = typeof key === 'string' ? Number(key) : Number.NaN;
			if (at > last) last = at;
			return Reflect.get(target, key);
		},
	});
	parsed(watched);
	return Math.min(last, codes.length);
}

/** A mistake within a word, number or date is one of the whole of it. */
function wordStart(text: string, at: number): number {
	const word = wordBefore(text.slice(0, at));
	return /^[\w.:+-]/.test(text.slice(at)) || (at === text.length && word === '') ? at - word.length : at;
}

/** What a text ends with: a number or a date from its first digit on, or a name. */
function wordBefore(text: string): string {
	const [run = ''] = /(?<![\w.:+-])[\w.:+-]*$/.exec(text) ?? [];
	const [name = ''] = /(?<!\w)\w*$/.exec(run) ?? [];
	const digit = run.search(/\d/);
	const start = run.length - name.length;
	return run.slice(digit < 0 ? start : Math.min(digit, start));
}
