import { watch } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from 'node:process';
import * as vscode from 'vscode';

/**
 * Takes the settings and opens the link in `wanted.json` of the folder PARTNER_REFERRALS_SETTINGS_CHANGER, and answers with `answer.json`.
 * @param {vscode.ExtensionContext} context
 */
export function activate({ subscriptions }) {
	const folder = env['PARTNER_REFERRALS_SETTINGS_CHANGER'];
	if (!folder) return;
	const watcher = watch(folder, (_event, name) => name === 'wanted.json' && answer(folder));
	subscriptions.push({ dispose: () => watcher.close() });
	void answer(folder);
}

/** @param {string} folder */
async function answer(folder) {
	const text = await readFile(join(folder, 'wanted.json'), 'utf8').catch(() => '');
	if (!text) return;
	const { id, settings = {}, link } = JSON.parse(text);
	// What a link leads to may ask the user something, which is not waited for.
	if (link) void vscode.commands.executeCommand('vscode.open', ownLink(link));
	const error = await change(settings).then(
		() => undefined,
		(reason) => String(reason),
	);
	await writeFile(join(folder, `answer.json.partial`), JSON.stringify({ id, error }));
	await rename(join(folder, `answer.json.partial`), join(folder, 'answer.json'));
}

/** @param {Record<string, unknown>} settings */
async function change(settings) {
	const configuration = vscode.workspace.getConfiguration();
	for (const [name, value] of Object.entries(settings)) {
		await configuration.update(name, value ?? undefined, vscode.ConfigurationTarget.Global);
	}
}

/**
 * The scheme differs by product.
 * @param {string} link
 */
function ownLink(link) {
	return vscode.Uri.parse(link.replace(/^vscode:/, `${vscode.env.uriScheme}:`), true);
}
