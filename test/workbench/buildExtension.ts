import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { repository } from './repository.ts';

/** Builds `dist/` out of `src/`. */
export function buildExtension(): void {
	const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: repository, stdio: 'inherit' });
	if (status !== 0) throw new Error('The extension could not be built; the reason stands above.');
}
