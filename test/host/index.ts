// Loaded by VS Code inside its extension host.
import { appendFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inspect } from 'node:util';
import { mochaRunFromEnv } from '../run/mochaRun.ts';
import { runMocha } from '../run/runMocha.ts';

/** Rejects when a test failed: VS Code then ends with exit code 1. */
export async function run(): Promise<void> {
	const wanted = mochaRunFromEnv();
	const failures = await runMocha({ ...wanted, files: bundled(wanted.files) }).catch((error: unknown) => {
		if (wanted.report) appendFileSync(wanted.report, `${inspect(error)}\n`);
		throw error;
	});
	if (failures) throw new Error(`${failures} of the tests failed.`);
}

function bundled(files: readonly string[]): string[] {
	const names = new Set(files.map((file) => basename(file, '.ts')));
	const modules = readdirSync(import.meta.dirname).filter((file) => names.has(basename(file, '.mjs')));
	return modules.map((file) => join(import.meta.dirname, file));
}
