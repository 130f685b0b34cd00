import { posix } from 'node:path';

const start = 'extension/dist/extension.js';

/** How many bytes of code are loaded when the extension is activated: its start, and all that is imported from there. */
export function startBytes(files: ReadonlyMap<string, Buffer>): number {
	const loaded = new Set<string>([start]);
	let bytes = 0;
	for (const file of loaded) {
		const code = files.get(file);
		if (!code) throw new Error(`There is no ${file}.`);
		bytes += code.length;
		// Not `import(…)`, which loads when it is run.
		for (const [, path = ''] of `${code}`.matchAll(/(?:\bfrom|\bimport) ?["'](\.[^"']+)["']/g))
			loaded.add(posix.join(posix.dirname(file), path));
	}
	return bytes;
}
