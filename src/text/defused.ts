// Most texts: they begin as no formula does, and nothing in them could begin a cell.
const plain = /^[a-z\d][^;\t\r\n]*$/i;

// A cell that begins with one of these is a formula to a spreadsheet (OWASP, "CSV Injection"), whether blank or
// invisible characters stand before it or not; also in the widths of East Asian keyboards.
const formula = /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212]/u;

// A whole number, a decimal one, or a phone number such as +1 (425) 555.0100: it can't be calculated with, and a CRM
// needs it as it is. With dashes or slashes a spreadsheet would show the difference or the quotient instead.
const number = /^[+-]\d[\d .()\u00a0]*$/;

// Where lists are separated by semicolons, as in much of Europe, a spreadsheet also begins a cell behind one of those,
// and behind line ends, since it takes our quotes for text then.
const parts = /[^;\t\r\n]+/g;
const formulaInside = /^[\s\p{C}"]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212]/u;

/** Without any of these a formula can only calculate: it calls nothing and refers to nowhere. */
const reach = /[(|![]/;

/**
 * A stranger's text as a cell that no spreadsheet takes for a formula: an apostrophe stands before what would begin
 * one. Inside of the text only what could do harm is changed, so that a list with dashes stays one.
 */
export function defused(text: string): string {
	if (plain.test(text) || number.test(text)) return text;
	const inside = text.replace(parts, (part, at: number) =>
		at > 0 && reach.test(part) && formulaInside.test(part) ? `'${part}` : part,
	);
	return formula.test(text) || /^[\t\r\n]/.test(text) ? `'${inside}` : inside;
}
