import type { PageCode } from './pageCode.ts';

/** What a document is made of, besides what it shows. */
export interface PageLook {
	readonly code: PageCode;
	/** Of the document, which screen readers say. */
	readonly title: string;
	/** What menus of the manifest know the page by, as `webviewSection`. */
	readonly section: string;
}

/** The language of the editor, and its translations where there are some. */
export interface PageLanguage {
	readonly language: string;
	readonly bundle: Readonly<Record<string, string>> | undefined;
}

/**
 * The document of a page. Script and style are in it, because fetching them by the editor takes longer than all the rest,
 * and so is what it shows first, as data; all else comes later by message, and nothing from anywhere else.
 */
export function pageDocument(look: PageLook, { language, bundle }: PageLanguage, state: object): string {
	const { code, title, section } = look;
	const nonce = crypto.randomUUID();
	const words = bundle ? ` data-bundle="${escaped(JSON.stringify(bundle))}"` : '';
	const context = escaped(JSON.stringify({ webviewSection: section }));
	return `<!DOCTYPE html>
<html lang="${escaped(language)}"${words}>
<head>
	<meta charset="utf-8">
	<meta http-equiv="Content-Security-Policy" content="${policy(nonce)}">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<title>${escaped(title)}</title>
	<style nonce="${nonce}">${code.style}</style>
</head>
<body data-vscode-context="${context}">
	<main></main>
	<script id="state" type="application/json" nonce="${nonce}">${dataBlock(state)}</script>
	<script nonce="${nonce}">${code.script}</script>
</body>
</html>`;
}

function policy(nonce: string): string {
	return [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src 'nonce-${nonce}'`,
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
}

/** JSON that cannot end the element that it stands in. */
function dataBlock(state: object): string {
	return JSON.stringify(state).replaceAll('<', '\\u003c');
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
