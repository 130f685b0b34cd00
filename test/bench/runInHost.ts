import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { repository } from '../workbench/repository.ts';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';

/**
 * Runs the `run` of a module of this folder inside the extension host of a real VS Code.
 * @param wishes what it finds, as JSON, in the environment variable BENCH_WISHES
 * @returns the JSON that it writes to the file that BENCH_RESULT names
 */
export async function runInHost(name: string, wishes: unknown): Promise<string> {
	const folder = new TemporaryFolder('bench');
	const result = join(folder.path, 'result.json');
	const outfile = join(repository, '.vscode-test', 'bench', `${name}.mjs`);
	await build({
		entryPoints: [join(import.meta.dirname, `${name}.ts`)],
		outfile,
		...{ bundle: true, format: 'esm', platform: 'node', target: 'node22', external: ['vscode'] },
		banner: {
			js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
		},
	});
	try {
		await runTests({
			vscodeExecutablePath: join(repository, 'test', 'workbench', 'code.mjs'),
			extensionDevelopmentPath: repository,
			extensionTestsPath: outfile,
			extensionTestsEnv: { BENCH_WISHES: JSON.stringify(wishes), BENCH_RESULT: result },
			launchArgs: ['--disable-extensions', `--user-data-dir=${join(folder.path, 'user')}`],
		});
		return await readFile(result, 'utf8');
	} finally {
		folder.remove();
	}
}
