import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { sampleTenant } from '../../src/sample/invent/tenant.ts';

const id = 'partner-referrals.partner-referrals';

describe('the extension', () => {
	const extension = vscode.extensions.getExtension(id);

	it('is there, and where no window wakes it, sleeps until its view or a command is used', () => {
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
		const ids = sampleTenant(new Date())
			.referrals.slice(0, 3)
			.map(({ id }) => id);
		for (const id of ids) await vscode.commands.executeCommand('partnerReferrals.openReferral', id);
		await shown(`Referral ${ids.at(-1)?.slice(0, 8)}`);
		assert.equal(pages().length, 1);
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
