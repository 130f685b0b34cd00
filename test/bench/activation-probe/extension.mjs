import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from 'node:process';
import { setTimeout as after } from 'node:timers/promises';
import * as vscode from 'vscode';

/** Long enough for what a window does after it has started. */
const calmMs = 3000;

/**
 * Activates the extensions in `order.json` of the folder ACTIVATION_PROBE one after the other, and writes down in
 * `taken.json` how many milliseconds each took.
 */
export async function activate() {
	const folder = env['ACTIVATION_PROBE'];
	if (!folder) return;
	/** @type {string[]} */
	const order = JSON.parse(await readFile(join(folder, 'order.json'), 'utf8'));
	void measure(order)
		.catch((error) => ({ error: String(error) }))
		.then(async (taken) => {
			await writeFile(join(folder, 'partial.json'), JSON.stringify(taken));
			await rename(join(folder, 'partial.json'), join(folder, 'taken.json'));
		});
}

/** @param {readonly string[]} order */
async function measure(order) {
	/** @type {Record<string, number>} */
	const taken = {};
	for (const id of order) {
		await after(calmMs);
		const extension = vscode.extensions.getExtension(id);
		if (!extension || extension.isActive) throw new Error(`${id} is not there, or awake already.`);
		const start = performance.now();
		await extension.activate();
		taken[id] = performance.now() - start;
	}
	return taken;
}
