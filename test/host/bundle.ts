import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { repository } from '../workbench/repository.ts';
import { testedVersion } from '../workbench/testedVersion.ts';

/** Each version has its own, since they are tested side by side. */
const outdir = join(repository, '.vscode-test', 'host', testedVersion());

/**
 * Makes modules out of the tests that every supported extension host can load; not all of them strip types.
 * @returns the module that VS Code is to run
 */
export async function bundle(): Promise<string> {
	await rm(outdir, { recursive: true, force: true });
	await build({
		absWorkingDir: join(repository, 'test', 'host'),
		entryPoints: ['index.ts', '**/*.test.ts'],
		outbase: '.',
		outdir,
		outExtension: { '.js': '.mjs' },
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node22',
		sourcemap: true,
		external: ['vscode', 'mocha'],
		logLevel: 'warning',
		banner: {
			js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
		},
	});
	return join(outdir, 'index.mjs');
}

/**
 * Makes a copy of the extension around its tests, which sleeps until they wake it: what stands between it and the editor has
 * to be there before.
 * @returns its folder
 */
export async function sleepingExtension(): Promise<string> {
	for (const name of ['dist', 'media', 'package.nls.json', 'README.md'])
		await cp(join(repository, name), join(outdir, name), { recursive: true });
	const text = await readFile(join(repository, 'package.json'), 'utf8');
	const manifest: { readonly activationEvents: readonly string[] } = JSON.parse(text);
	const activationEvents = manifest.activationEvents.filter((event) => event !== 'onStartupFinished');
	await writeFile(join(outdir, 'package.json'), JSON.stringify({ ...manifest, activationEvents }));
	return outdir;
}
