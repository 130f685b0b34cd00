import type { FieldName } from '../field.ts';
import { termIn } from './term.ts';
import { isNode, nodesIn, type ODataNode, withinParentheses } from './tree.ts';

/** Values of a field of a query of which a condition of a filter wants one, or none. */
export interface ODataSeveral {
	readonly name: FieldName;
	readonly values: readonly string[];
	readonly not: boolean;
}

/** Which field of a query means the same as a condition of a filter, as an `or` of its values, a `ne`, or a `not (…)`. */
export function severalIn(node: ODataNode, text: string): ODataSeveral | undefined {
	const negated = negatedIn(node);
	const alternatives = alternativesOf(negated ?? node);
	const terms = alternatives.map((each) => termIn(each, text));
	const name = terms[0]?.name;
	const values = terms.flatMap((term) => (term && term.name === name ? term.value : []));
	if (name === undefined || values.length < terms.length) return undefined;
	return { name, values, not: negated !== undefined };
}

/** What must not hold; of a `not` without parentheses the parser takes too much. */
function negatedIn(node: ODataNode): ODataNode | undefined {
	if (node.type === 'NotEqualsExpression') return { ...node, type: 'EqualsExpression' };
	return node.type === 'NotExpression' && isNode(node.value) ? withinParentheses(node.value) : undefined;
}

function alternativesOf(node: ODataNode): readonly ODataNode[] {
	const within = withinParentheses(node);
	if (within) return alternativesOf(within);
	return node.type === 'OrExpression' ? nodesIn(node.value).flatMap(alternativesOf) : [node];
}
