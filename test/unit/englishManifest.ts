import { readFileSync } from 'node:fs';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const words: ReadonlyMap<string, string> = new Map(Object.entries(JSON.parse(read('package.nls.json'))));

/** The manifest as the editor reads it where its language is English, as JSON. */
export function englishManifest(): string {
	return read('package.json').replace(/"%([\w.-]+)%"/g, (key, name: string) => {
		const text = words.get(name);
		return text === undefined ? key : JSON.stringify(text);
	});
}
