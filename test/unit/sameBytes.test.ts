import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	globSync,
	mkdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { repository } from '../workbench/repository.ts';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';
import { readPackages } from './bundledPackages.ts';

const run = promisify(execFile);
const own = [
	...['src', 'media', 'test/workbench', 'esbuild.mjs', 'package.json', 'package.nls.json'],
	...['.vscodeignore', 'README.md', 'CHANGELOG.md', 'LICENSE'],
];

/** What makes the package; no more of it than what runs is in our own folder. */
const tools = ['esbuild', '@vscode/vsce'];

describe('the package', function () {
	this.timeout(60_000);
	const folder = new TemporaryFolder('same-bytes');
	after(folder.remove);

	it('has the same bytes wherever, whenever and by whomever it is made', async () => {
		const packages = (await readPackages()).map(({ folder: from }) => from);
		const here = copyTo(join(folder.path, 'here'), packages);
		const there = copyTo(join(folder.path, 'far', 'from', 'here'), packages);
		// Files of another day, which others may write, too.
		for (const file of globSync('**/*.{md,json}', { cwd: there, exclude: ['node_modules'] }))
			setOfAnotherDay(join(there, file));
		const [first, second] = await Promise.all([
			made(here, { TZ: 'UTC', LC_ALL: 'en_US.UTF-8' }),
			made(there, { TZ: 'Pacific/Auckland', LC_ALL: 'et_EE.UTF-8' }),
		]);
		assert.deepEqual([...second.keys()], [...first.keys()]);
		const different = [...first].filter(([file, bytes]) => !second.get(file)?.equals(bytes));
		assert.deepEqual(
			different.map(([file]) => file),
			[],
		);
		assert.ok(first.has('partner-referrals.vsix'));
		assert.ok(first.size > 20);
	});
});

function copyTo(folder: string, packages: readonly string[]): string {
	mkdirSync(folder, { recursive: true });
	for (const path of [...own, ...packages])
		cpSync(join(repository, path), join(folder, path), { recursive: true });
	for (const tool of tools) {
		const link = join(folder, 'node_modules', tool);
		mkdirSync(dirname(link), { recursive: true });
		rmSync(link, { recursive: true, force: true });
		symlinkSync(join(repository, 'node_modules', tool), link, 'junction');
	}
	return folder;
}

function setOfAnotherDay(path: string): void {
	utimesSync(path, 1_000_000_000, 1_000_000_000);
	chmodSync(path, 0o664);
}

/** All that is made there, by name. */
async function made(folder: string, env: NodeJS.ProcessEnv): Promise<ReadonlyMap<string, Buffer>> {
	await run(process.execPath, ['test/workbench/package.ts'], {
		cwd: folder,
		env: { ...process.env, ...env },
	});
	const files = globSync('dist/**/*.*', { cwd: folder }).sort();
	return new Map(files.map((file) => [file.slice('dist/'.length), readFileSync(join(folder, file))]));
}
