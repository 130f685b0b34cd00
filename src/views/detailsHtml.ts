import * as vscode from 'vscode';

/** The empty details page; everything on it comes later by message, and nothing from anywhere else. */
export function detailsHtml(webview: vscode.Webview, folder: vscode.Uri): string {
	const nonce = crypto.randomUUID();
	const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
	const { bundle } = vscode.l10n;
	const policy = [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src 'nonce-${nonce}'`,
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
	return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}" ${bundle ? `data-bundle="${escaped(JSON.stringify(bundle))}"` : ''}>
<head>
	<meta charset="utf-8">
	<meta http-equiv="Content-Security-Policy" content="${policy}">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<title>${escaped(vscode.l10n.t('Referral'))}</title>
	<link rel="stylesheet" nonce="${nonce}" href="${escaped(address('details.css'))}">
</head>
<body data-vscode-context='{"webviewSection": "referral"}'>
	<main></main>
	<script type="module" nonce="${nonce}" src="${escaped(address('details.js'))}"></script>
</body>
</html>`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
