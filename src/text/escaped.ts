/**
 * A text as part of an address. JSON can hold half a surrogate pair, which has no escape and would make
 * `encodeURIComponent` throw; it goes as the replacement character.
 */
export function escaped(text: string): string {
	return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}
