import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { readReferral } from '../../src/partner/referral.ts';
import { sampleTenant } from '../../src/sample/invent/tenant.ts';

const id = 'partner-referrals.partner-referrals';

describe('the extension', () => {
	const extension = vscode.extensions.getExtension(id);

	it('is there, and sleeps until its view or a command is used', () => {
		assert.ok(extension);
		assert.equal(extension.isActive, false);
	});

	it('registers every command that its manifest declares', async () => {
		await extension?.activate();
		const registered = new Set(await vscode.commands.getCommands(true));
		const declared: { command: string }[] = extension?.packageJSON.contributes.commands;
		assert.ok(declared.length > 0);
		assert.deepEqual(
			declared.map(({ command }) => command).filter((command) => !registered.has(command)),
			[],
		);
	});

	it('opens one details page and reuses it', async () => {
		await vscode.workspace
			.getConfiguration('partnerReferrals')
			.update('source', 'sample', vscode.ConfigurationTarget.Global);
		await vscode.commands.executeCommand('partnerReferrals.explorer.focus');
		const rows = sampleTenant(new Date())
			.referrals.slice(0, 3)
			.map((json) => readReferral(json));
		for (const received of rows)
			await vscode.commands.executeCommand('partnerReferrals.openReferral', { kind: 'referral', received });
		const last = rows.at(-1);
		assert.ok(last?.kind === 'received');
		await shown(`Referral ${last.referral.id.slice(0, 8)}`);
		assert.equal(pages().length, 1);
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	});

	it('opens and compares documents of whatever id a service may give', async () => {
		for (const id of ['half \ud83d', '../../etc', 'a/b?c#d%20', '\u202e']) {
			const received = readReferral({ id, name: 'Deal' });
			await vscode.commands.executeCommand('partnerReferrals.openJson', { kind: 'referral', received });
			const { document } = vscode.window.activeTextEditor ?? {};
			assert.equal(document?.languageId, 'json');
			assert.deepEqual(JSON.parse(document?.getText() ?? ''), { id, name: 'Deal' });
		}
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	});

	function pages(): vscode.Tab[] {
		const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
		return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview);
	}

	async function shown(title: string): Promise<void> {
		while (!pages().some(({ label }) => label === title))
			await new Promise<unknown>((resolve) => vscode.window.tabGroups.onDidChangeTabs(resolve));
	}
});
