import { join } from 'node:path';
import { arch, execPath, platform, versions } from 'node:process';
import { npmInstall } from './npmInstall.mjs';
import { pieces } from './pieces.mjs';
import { provide } from './provide.mjs';

/** Type stripping without a warning begins with 24.12. */
const ENOUGH = { 22: [22, 19], 24: [24, 12] };

/**
 * The executable of a Node of this major version: the running one if it fits, else one in the cache.
 * @param {22 | 24} major
 */
export async function provideNode(major) {
	if (runningFits(major)) return execPath;
	const version = Object.entries(pieces.node[major]).find(([host]) => host === `${platform}-${arch}`)?.[1];
	if (!version)
		throw new Error(`Node ${major} has to be installed on this computer first: https://nodejs.org`);
	const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
	const folder = await provide({
		name: `${name}-${version}`,
		title: `Node ${version}`,
		size: '190 MB',
		build: (staging) => npmInstall(staging, ['--no-package-lock', `${name}@${version}`]),
	});
	return join(folder, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node');
}

/** @param {22 | 24} major */
function runningFits(major) {
	const [running = 0, minor = 0] = versions.node.split('.').map(Number);
	const [wanted = 0, least = 0] = ENOUGH[major];
	return running === wanted && minor >= least;
}
