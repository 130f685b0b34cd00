/** In octets, without the line end. */
const mostOctets = 75;

/**
 * A line of a calendar file with its line end, folded where it is too long: a blank begins each line that goes on (RFC 5545,
 * 3.1). A character is never torn apart, because some programs read line by line.
 */
export function contentLine(name: string, value: string): string {
	let line = '';
	let octets = 0;
	for (const character of `${name}:${value}`) {
		const size = octetsOf(character);
		if (octets + size > mostOctets) {
			line += '\r\n ';
			octets = 1;
		}
		line += character;
		octets += size;
	}
	return `${line}\r\n`;
}

/** In UTF-8. Half a surrogate pair is written as the replacement character, which has three. */
function octetsOf(character: string): number {
	const point = character.codePointAt(0) ?? 0;
	if (point < 0x80) return 1;
	if (point < 0x800) return 2;
	return point < 0x10000 ? 3 : 4;
}

/** A text as a value: without what would end it, begin another one, or be no text (RFC 5545, 3.3.11). */
export function textValue(text: string): string {
	return text
		.replace(/[\\;,]/g, '\\$&')
		.replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
		.replace(/\p{Cc}/gu, ' ');
}

/** An instant as a value, in UTC (RFC 5545, 3.3.5). @param instant milliseconds since 1970, in the years 1 to 9999 */
export function instantValue(instant: number): string {
	return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
