// `DateTime.MinValue` of .NET, in the spellings of its serializers and of invariant, American and European text; at any time
// of the day, since some shift it to another time zone.
const spelling =
	/^\s*(?:0001-01-01(?:[T ][\d:.]{4,20}(?:Z|[+-]\d\d:?\d\d)?)?|0?1[./-]0?1[./-]0001(?: [\d:.]{4,20}(?: AM)?)?|\/Date\(-62135596800000(?:[+-]\d{4})?\)\/)\s*$/i;

/** The longest of them, and white space. */
const longest = 60;

/** Whether a text stands for a date that was never set, which some services write as the first instant that they have. */
export function isNoDate(text: string): boolean {
	return text.length <= longest && spelling.test(text);
}
