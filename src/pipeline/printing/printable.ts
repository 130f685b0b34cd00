/** What is printed, in words. */
export interface Print {
	/** As the editor calls it. */
	readonly language: string;
	readonly title: string;
	/** The charts, as SVG. */
	readonly drawings: readonly string[];
	readonly head: readonly string[];
	/** Cells of rows; a line of one cell spans all columns. */
	readonly lines: readonly (readonly string[])[];
	/** What isn't printed; empty for nothing. */
	readonly rest: string;
}

/** A document on its own for a browser to print: one page for each chart, then the table. Nothing in it can run or load anything. */
export function printable({ language, title, drawings, head, lines, rest }: Print): string {
	const charts = drawings.map((drawing) => `<section>${drawing}</section>`);
	const cells = (tag: 'th' | 'td', texts: readonly string[]) =>
		texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('');
	const rows = lines.map((line) =>
		line.length === 1 && head.length > 1
			? `<tr><th colspan="${head.length}">${escaped(line[0] ?? '')}</th></tr>`
			: `<tr>${cells('td', line)}</tr>`,
	);
	return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escaped(title)}</title>
<style>
body { font: 11pt sans-serif; margin: 0; color: #000; background: #fff }
section { break-after: page; padding: 1cm }
section svg { width: 100%; height: auto; max-height: 18cm }
table { border-collapse: collapse; width: 100%; font-size: 9pt }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { text-align: start; padding: 2pt 4pt; border-bottom: 0.5pt solid #999; overflow-wrap: anywhere }
</style>
</head>
<body>
${charts.join('\n')}
<table>
<thead><tr>${cells('th', head)}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${rest ? `<p>${escaped(rest)}</p>` : ''}
</body>
</html>
`;
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('"', '&quot;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
}
