import { longest } from '../../text/longest.ts';

/**
 * The filter in what somebody pasted: a whole address, the options behind one, or `$filter=…` alone; what is none of them is
 * the filter. Quotes around texts that a word processor has made round are straight again.
 */
export function pastedFilter(pasted: string): string {
	if (pasted.length > longest.address) return pasted;
	const text = pasted.trim();
	const [, before = '', value] = optionIn(text) ?? [];
	if (value === undefined || !isAddress(before)) return straightened(pasted);
	return straightened(decoded(value));
}

function optionIn(text: string): RegExpExecArray | null {
	// Behind it, only another option ends it where it isn't encoded.
	return /^(.{0,2000}?)(?:\$|%24)filter=(.*?)(?:&(?:\$|%24)?[a-z-]{2,20}=.*|[>"]?)$/is.exec(text);
}

function isAddress(before: string): boolean {
	return before === '' || (/^["'<]?(?:https?:\/\/|\/|[?&$]|GET )/i.test(before) && /[?&]$/.test(before));
}

function decoded(value: string): string {
	// What has blanks was written by a person, who has encoded nothing.
	if (/\s/.test(value.trim())) return value;
	try {
		return decodeURIComponent(value.replaceAll('+', ' '));
	} catch {
		return value;
	}
}

const opening = /[‘‚‛’“”„‟«»]/;
const single = /[‘‚‛’]/;

function straightened(text: string): string {
	if (text.length > longest.filter || !opening.test(text)) return text;
	let straight = '';
	let at = 0;
	while (at < text.length) {
		const character = text.charAt(at);
		const end = character === "'" ? endOfStraight(text, at) : endOfRound(text, at);
		const whole = end === 0 ? character : text.slice(at, end);
		straight += opening.test(character) && end > 0 ? quoted(whole.slice(1, -1)) : whole;
		at += whole.length;
	}
	return straight;
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** Behind the quote that ends a text; quotes within it are doubled. */
function endOfStraight(text: string, start: number): number {
	let end = start + 1;
	while (end < text.length) {
		if (text[end] !== "'") end += 1;
		else if (text[end + 1] === "'") end += 2;
		else return end + 1;
	}
	return text.length;
}

/** The same of a round one, where what stands between letters is an apostrophe; 0 where no text begins, or none ends. */
function endOfRound(text: string, start: number): number {
	const first = text.charAt(start);
	if (!opening.test(first)) return 0;
	for (let end = start + 1; end < text.length; end++) {
		const last = text.charAt(end);
		const isEnd = opening.test(last) && single.test(last) === single.test(first);
		if (isEnd && !/[\p{L}\p{N}]/u.test(text.charAt(end + 1))) return end + 1;
	}
	return 0;
}
