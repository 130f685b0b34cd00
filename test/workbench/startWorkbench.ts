import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { calmSettings } from './calmSettings.ts';
import { provideVsCode, type VsCode, type VsCodeVersion } from './provideVsCode.ts';
import { ServerProcess } from './serverProcess.ts';
import { TemporaryFolder } from './TemporaryFolder.ts';

export interface WorkbenchOptions {
	readonly version?: VsCodeVersion;
	/** Packages (.vsix) and folders of unpacked extensions, which are copied. */
	readonly extensions?: readonly string[];
	/** A folder under development: used in place, so that reloading the window runs the newest build. */
	readonly developed?: string;
	/** User settings on top of the calm ones. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** What the extension host finds in its environment. */
	readonly env?: NodeJS.ProcessEnv;
	/** 0, the default, lets the system choose. */
	readonly port?: number;
	/** Lets the URL's payload name tests to run; VS Code then refuses to show dialogs. */
	readonly smokeTestDriver?: boolean;
}

/** A running VS Code that a browser can open. */
export interface Workbench {
	readonly url: string;
	/** `host:port`, the authority of its `vscode-remote:` addresses. */
	readonly authority: string;
	/** All that it writes is in there. */
	readonly folder: string;
	/** Ends its processes and removes what it wrote. */
	stop(): Promise<void>;
}

const run = promisify(execFile);
const HOST = '127.0.0.1';

/** Starts a fresh VS Code, with nothing of an earlier run in it. */
export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
	const vsCode = await provideVsCode(options.version ?? 'newest');
	const temporary = new TemporaryFolder('workbench');
	const folder = temporary.path;
	try {
		await writeSettings(folder, { ...calmSettings, ...options.settings });
		await installAll(vsCode, folder, options);
		const server = await ServerProcess.start(vsCode, serverArguments(folder, options), options.env ?? {});
		const authority = `${HOST}:${server.port}`;
		return {
			url: `http://${authority}/`,
			authority,
			folder,
			stop: () => server.stop().finally(temporary.remove),
		};
	} catch (error) {
		temporary.remove();
		throw error;
	}
}

function serverArguments(folder: string, { port = 0, smokeTestDriver }: WorkbenchOptions): string[] {
	return [
		...[
			'--host',
			HOST,
			'--port',
			String(port),
			'--without-connection-token',
			'--accept-server-license-terms',
		],
		...['--server-data-dir', folder, '--extensions-dir', join(folder, 'extensions')],
		...['--telemetry-level', 'off', '--disable-workspace-trust'],
		...(smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
	];
}

function foldersUnder(folder: string): string[] {
	const extensions = join(folder, 'extensions');
	return ['--accept-server-license-terms', '--server-data-dir', folder, '--extensions-dir', extensions];
}

async function writeSettings(folder: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
	const user = join(folder, 'data', 'User');
	await mkdir(user, { recursive: true });
	await writeFile(join(user, 'settings.json'), JSON.stringify(settings, undefined, '\t'));
}

// Folders first: once VS Code has installed a package it keeps a list, and takes no notice of further folders.
async function installAll(vsCode: VsCode, folder: string, options: WorkbenchOptions): Promise<void> {
	const { extensions = [], developed } = options;
	const packages = extensions.filter((extension) => extension.endsWith('.vsix'));
	const unpacked = extensions.filter((extension) => !packages.includes(extension));
	const into = join(folder, 'extensions');
	await mkdir(into, { recursive: true });
	for (const extension of unpacked) {
		await cp(extension, join(into, await installedName(extension)), { recursive: true });
	}
	if (developed) await symlink(developed, join(into, await installedName(developed)), 'junction');
	for (const vsix of packages) await installPackage(vsCode, folder, vsix);
}

async function installPackage({ node, server }: VsCode, folder: string, vsix: string): Promise<void> {
	if (!existsSync(vsix)) throw new Error(`There is no ${vsix} to install.`);
	const { stdout } = await run(node, [server, ...foldersUnder(folder), '--install-extension', vsix]);
	if (!stdout.includes('successfully installed'))
		throw new Error(`VS Code did not install ${vsix}:\n${stdout}`);
}

async function installedName(extension: string): Promise<string> {
	const { publisher, name, version } = JSON.parse(await readFile(join(extension, 'package.json'), 'utf8'));
	return `${publisher}.${name}-${version}`;
}
