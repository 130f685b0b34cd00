import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import process from 'node:process';
import { provideNode } from './provideNode.mjs';

/**
 * Runs a TypeScript file with Node 24, whatever Node runs this, and ends as it ends.
 * @param {string} script
 * @param {readonly string[]} args
 */
export async function runWithNode(script, args) {
	try {
		process.exitCode = await run(await provideNode(24), [script, ...args]);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}

/** @param {string} node @param {readonly string[]} args @returns {Promise<number>} */
function run(node, args) {
	const path = Object.keys(process.env).find((name) => /^path$/i.test(name)) ?? 'PATH'; // `Path` on Windows
	const env = { ...process.env, [path]: `${dirname(node)}${delimiter}${process.env[path] ?? ''}` };
	const child = spawn(node, args, { stdio: 'inherit', env });
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
		process.on(signal, () => child.kill(signal));
	}
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
	});
}
