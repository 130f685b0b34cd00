import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { VsCode } from './provideVsCode.ts';

const START_MS = 60_000;
const STOP_MS = 5_000;
/** Nothing is ever installed from, or asked of, an extension gallery. */
const WITHOUT_GALLERY = { EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }) };
const PORT_TAKEN = /EADDRINUSE: address already in use \S+:(\d+)/;
const preload = fileURLToPath(new URL('endWithParent.mjs', import.meta.url));

/** VS Code's server as a running process, which owns every process it starts. */
export class ServerProcess {
	readonly port: number;
	readonly #child: ChildProcessWithoutNullStreams;

	private constructor(child: ChildProcessWithoutNullStreams, port: number) {
		this.#child = child;
		this.port = port;
	}

	/** @throws what the server said last, if it ended or is silent for a minute */
	static async start(
		vsCode: VsCode,
		args: readonly string[],
		env: NodeJS.ProcessEnv,
	): Promise<ServerProcess> {
		const child = spawn(vsCode.node, ['--import', preload, vsCode.server, ...args], {
			env: { ...process.env, ...WITHOUT_GALLERY, ...env },
			// A process group of its own, so that all of it can be ended at once.
			detached: process.platform !== 'win32',
		});
		process.once('exit', () => kill(child, 'SIGKILL'));
		try {
			return new ServerProcess(child, await portOf(child));
		} catch (error) {
			kill(child, 'SIGKILL');
			throw error;
		}
	}

	/** Ends the server and everything it started; asks first, then insists. */
	async stop(): Promise<void> {
		const ended =
			this.#child.exitCode === null && this.#child.signalCode === null
				? once(this.#child, 'exit')
				: undefined;
		kill(this.#child, 'SIGTERM');
		const insist = setTimeout(() => kill(this.#child, 'SIGKILL'), STOP_MS);
		await ended;
		clearTimeout(insist);
		kill(this.#child, 'SIGKILL'); // those of the group that outlived it
	}
}

async function portOf(child: ChildProcessWithoutNullStreams): Promise<number> {
	const said: string[] = [];
	child.stderr.on('data', (chunk: Buffer) => {
		said.push(chunk.toString());
		if (PORT_TAKEN.test(chunk.toString())) kill(child, 'SIGKILL'); // it would stay, and serve nobody
	});
	const timer = setTimeout(() => kill(child, 'SIGKILL'), START_MS);
	for await (const line of createInterface(child.stdout)) {
		said.push(`${line}\n`);
		const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
		if (!port) continue;
		clearTimeout(timer);
		child.stdout.resume();
		return Number(port);
	}
	clearTimeout(timer);
	const taken = PORT_TAKEN.exec(said.join(''))?.[1];
	if (taken) throw new Error(`Port ${taken} is taken by another program; choose another one, or none.`);
	throw new Error(`VS Code's server did not start. It said:\n${said.join('').slice(-2000)}`);
}

function kill(child: ChildProcessWithoutNullStreams, signal: NodeJS.Signals): void {
	if (!child.pid) return;
	if (process.platform === 'win32') {
		if (child.exitCode === null) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
		return;
	}
	try {
		process.kill(-child.pid, signal);
	} catch {
		// nobody of the group is left
	}
}
