import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { calmSettings } from './calmSettings.ts';
import { provideVsCode, type VsCodeVersion } from './provideVsCode.ts';
import { ServerProcess } from './serverProcess.ts';

export interface WorkbenchOptions {
	readonly version?: VsCodeVersion;
	/** Folders of unpacked extensions; each is copied, and installed like any other. */
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
	/** Changes user settings while it runs. */
	setSettings(settings: Readonly<Record<string, unknown>>): Promise<void>;
	/** Ends its processes and removes what it wrote. */
	stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const REMOVAL = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };

/** Starts a fresh VS Code, with nothing of an earlier run in it. */
export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
	const vsCode = await provideVsCode(options.version ?? 'newest');
	const folder = await mkdtemp(join(tmpdir(), 'partner-referrals-workbench-'));
	const removeNow = () => rmSync(folder, REMOVAL);
	process.once('exit', removeNow);
	const remove = () => rm(folder, REMOVAL).finally(() => process.off('exit', removeNow));
	const settings: Record<string, unknown> = { ...calmSettings, ...options.settings };
	try {
		await writeSettings(folder, settings);
		await installAll(options, join(folder, 'extensions'));
		const server = await ServerProcess.start(vsCode, serverArguments(folder, options), options.env ?? {});
		const authority = `${HOST}:${server.port}`;
		return {
			url: `http://${authority}/`,
			authority,
			setSettings: (changed) => writeSettings(folder, Object.assign(settings, changed)),
			stop: () => server.stop().then(remove),
		};
	} catch (error) {
		await remove();
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

async function writeSettings(folder: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
	const user = join(folder, 'data', 'User');
	await mkdir(user, { recursive: true });
	await writeFile(join(user, 'settings.json'), JSON.stringify(settings, undefined, '\t'));
}

async function installAll({ extensions = [], developed }: WorkbenchOptions, into: string): Promise<void> {
	await mkdir(into, { recursive: true });
	for (const extension of extensions) {
		await cp(extension, join(into, await installedName(extension)), { recursive: true });
	}
	if (developed) await symlink(developed, join(into, await installedName(developed)), 'junction');
}

async function installedName(extension: string): Promise<string> {
	const { publisher, name, version } = JSON.parse(await readFile(join(extension, 'package.json'), 'utf8'));
	return `${publisher}.${name}-${version}`;
}
