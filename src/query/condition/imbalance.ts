/** Deeper than any filter. */
export const deepest = 100;

/** A quote or a parenthesis of an OData expression that has no partner, or one that is too deep within others. */
export interface Imbalance {
	readonly kind: 'openQuote' | 'tooDeep' | 'notOpened' | 'notClosed';
	/** Where it stands, in UTF-16 units from 0. */
	readonly position: number;
}

/** Finds the first; a text that has none can't get out of the parentheses that it is put in. */
export function imbalanceIn(text: string): Imbalance | undefined {
	const bare = text.replace(/'[^']*'/g, (literal) => ' '.repeat(literal.length));
	const quote = bare.indexOf("'");
	if (quote >= 0) return { kind: 'openQuote', position: quote };
	const open: number[] = [];
	for (const { 0: parenthesis, index } of bare.matchAll(/[()]/g)) {
		if (open.length > deepest) return { kind: 'tooDeep', position: index };
		if (parenthesis === '(') open.push(index);
		else if (open.pop() === undefined) return { kind: 'notOpened', position: index };
	}
	const position = open.at(-1);
	return position === undefined ? undefined : { kind: 'notClosed', position };
}
