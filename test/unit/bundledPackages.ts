import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { builds } from '../../esbuild.mjs';
import { repository } from '../workbench/repository.ts';

interface BundledPackage {
	readonly name: string;
	readonly version: string;
	/** From the repository. */
	readonly folder: string;
}

/** The packages of others whose code is in what people get. */
export function bundledPackages(): Promise<readonly BundledPackage[]> {
	return packagesOf(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)));
}

/** Those, and the packages that are read while it is made, although nothing of them is left. */
export function readPackages(): Promise<readonly BundledPackage[]> {
	return packagesOf(({ inputs }) => Object.keys(inputs));
}

/** Found as Node finds what a file belongs to. */
async function packagesOf(
	filesIn: (made: Metafile) => readonly string[],
): Promise<readonly BundledPackage[]> {
	const found = new Map<string, BundledPackage>();
	for (const options of builds(true)) {
		const { metafile } = await build({ ...options, absWorkingDir: repository, write: false, metafile: true });
		for (const file of filesIn(metafile)) {
			if (!file.includes('node_modules')) continue;
			const folder = packageOf(file);
			const { name, version } = manifestOf(folder);
			found.set(folder, { name: `${name}`, version: `${version}`, folder });
		}
	}
	return [...found.values()];
}

function packageOf(file: string): string {
	let folder = dirname(file);
	// Some have a package.json deeper inside, which only says of what kind its scripts are.
	while (!('version' in manifestOf(folder))) folder = dirname(folder);
	return folder;
}

function manifestOf(folder: string): Record<string, unknown> {
	const path = join(repository, folder, 'package.json');
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}
