import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { repository } from '../workbench/repository.ts';

const outdir = join(repository, '.vscode-test', 'host');

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
