// Loaded by VS Code inside its extension host.
import { appendFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { inspect } from 'node:util';
import { mochaRunFromEnv } from '../run/mochaRun.ts';
import { runMocha } from '../run/runMocha.ts';

/** Rejects when a test failed: VS Code then ends with exit code 1. */
export async function run(): Promise<void> {
	const wanted = mochaRunFromEnv();
	const files = wanted.files.map(bundled);
	const failures = await runMocha({ ...wanted, files }).catch((error: unknown) => {
		if (wanted.report) appendFileSync(wanted.report, `${inspect(error)}\n`);
		throw error;
	});
	if (failures) throw new Error(`${failures} of the tests failed.`);
}

/** The module that was made of a test file: at the same place below this folder as the file below its own. */
function bundled(file: string): string {
	const folder = join(sep, 'test', 'host', sep);
	const below = file.slice(file.lastIndexOf(folder) + folder.length);
	return join(import.meta.dirname, below.replace(/\.ts$/, '.mjs'));
}
