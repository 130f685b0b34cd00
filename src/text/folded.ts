/** Letters alone: `Ångström` and `angstrom` are the same word to whoever looks for it. */
export function folded(text: string): string {
	if (isAscii.test(text)) return text.toLowerCase();
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are ASCII, too.
const isAscii = /^[\x00-\x7f]*$/;
