import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npmInstall } from './npmInstall.mjs';
import { pieces } from './pieces.mjs';
import { provide } from './provide.mjs';
import { provideNode } from './provideNode.mjs';

export type VsCodeVersion = keyof typeof pieces.vsCode;

/** The script that starts VS Code's own server, and the Node to start it with. */
export interface VsCode {
	readonly node: string;
	readonly server: string;
	readonly version: string;
}

/** Goes up when what `install` does changes, so that nobody keeps what an earlier one made. */
const RECIPE = 2;
const SERVER_FOLDER = ['node_modules', 'code-server', 'lib', 'vscode'];

/** A real VS Code without a window of its own: its server and its workbench for browsers. */
export async function provideVsCode(wanted: VsCodeVersion): Promise<VsCode> {
	const { version, package: spec, node: major } = pieces.vsCode[wanted];
	const node = await provideNode(major === 22 ? 22 : 24);
	const folder = await provide({
		name: `vscode-${version}-${RECIPE}`,
		title: `VS Code ${version}`,
		size: '600 MB',
		build: (staging) => install(staging, spec),
	});
	return { node, server: join(folder, ...SERVER_FOLDER, 'out', 'server-main.js'), version };
}

// Without their scripts a few native modules stay unbuilt: VS Code says so in its log and runs all the same, and nobody
// needs a C++ compiler. Only output channels would be empty without the one that writes log files.
async function install(staging: string, spec: string): Promise<void> {
	await npmInstall(staging, ['--no-package-lock', spec]);
	const server = join(staging, ...SERVER_FOLDER);
	await leaveGit(server);
	await npmInstall(server, ['--omit=dev']);
	await copyFile(
		new URL('spdlog.cjs', import.meta.url),
		join(server, 'node_modules', '@vscode', 'spdlog', 'index.js'),
	);
}

interface Lock {
	packages: Record<
		string,
		{ version?: string; resolved?: string; integrity?: string; dependencies?: Record<string, string> }
	>;
}

/** Older versions take a module from a git host; the same version of it is on the registry. */
async function leaveGit(server: string): Promise<void> {
	const manifest: { dependencies: Record<string, string> } = await readJson(join(server, 'package.json'));
	const lock: Lock = await readJson(join(server, 'npm-shrinkwrap.json'));
	for (const [path, locked] of Object.entries(lock.packages)) {
		if (!locked.resolved?.startsWith('git') || !locked.version) continue;
		const name = path.replace('node_modules/', '');
		manifest.dependencies[name] = locked.version;
		const root = lock.packages['']?.dependencies;
		if (root) root[name] = locked.version;
		delete locked.resolved;
		delete locked.integrity;
	}
	await writeFile(join(server, 'package.json'), JSON.stringify(manifest));
	await writeFile(join(server, 'npm-shrinkwrap.json'), JSON.stringify(lock));
}

async function readJson(path: string) {
	return JSON.parse(await readFile(path, 'utf8'));
}
