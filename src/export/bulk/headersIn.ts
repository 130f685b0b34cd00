import { parse } from 'csv-parse/sync';
import { isBulkLayout } from './layout.ts';

/** In characters: more than any template has in its first line. */
const longest = 65_536;

/** The headers of a template, or of a file that was downloaded from Partner Center; undefined where it is no such file. */
export function headersIn(text: string): readonly string[] | undefined {
	try {
		const [headers = []]: string[][] = parse(text.slice(0, longest), {
			...{ bom: true, to: 1, relax_column_count: true, skip_empty_lines: true },
			delimiter: [',', ';', '\t'],
			record_delimiter: ['\r\n', '\n', '\r'],
		});
		return isBulkLayout(headers) ? headers : undefined;
	} catch {
		return undefined;
	}
}
