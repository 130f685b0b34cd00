/**
 * A stranger's text, in one line, as Markdown that shows it as it is: nothing in it is markup, an address, a mention or a
 * mail address, neither to the editor, which makes links of addresses, nor to a chat program.
 */
export function asMarkdown(text: string): string {
	return text
		.replace(/[\\`*_[\]<>~@]|&(?=#?\w{1,31};)/g, '\\$&')
		.replace(/:(?=\/\/)/g, '\\:')
		.replace(/\b(www|javascript|command|data|vbscript|mailto)(?=[.:])/gi, '$1\\');
}
