import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { type Deal, deal } from '../../partner-api/TenantInHand.ts';
import { captured } from '../whole/captured.ts';
import { eventually } from '../whole/eventually.ts';
import { replace } from '../whole/replace.ts';
import { row } from '../whole/tree.ts';
import { run, setSettings, useWholeExtension } from '../whole/wholeExtension.ts';

describe('what a referral leads to, and what its tab is called', () => {
	const whole = useWholeExtension();
	const elementOf = async (name: string) => (await row('New', 'Pending', name)).element;
	let one: Deal;

	beforeEach(() => {
		one = deal({ name: 'Ada 1' });
		whole().tenant.referrals = [one, deal({ name: 'Ada 2' })];
	});
	afterEach(() => setSettings({ portalAddress: undefined, tabTitle: undefined }));

	/** Runs the command, and notes what is opened outside instead of opening it. */
	async function opened(element: unknown): Promise<unknown[]> {
		const addresses: unknown[] = [];
		const { executeCommand } = vscode.commands;
		const restore = replace(vscode.commands, 'executeCommand', (command: string, ...args: unknown[]) =>
			command === 'vscode.open' ? Promise.resolve(addresses.push(args[0])) : executeCommand(command, ...args),
		);
		try {
			await executeCommand('partnerReferrals.openInPortal', element);
		} finally {
			restore();
		}
		return addresses;
	}

	it('Open in Partner Center opens the list, with the id in the clipboard, and says so', async () => {
		const { screen } = whole();
		assert.deepEqual(await opened(await elementOf('Ada 1')), [
			'https://partner.microsoft.com/dashboard/referrals/v2/leads',
		]);
		assert.equal(screen.copied.at(-1), one.id);
		assert.match(screen.said, /The id is in the clipboard/);
	});

	it('opens the referral where an address is set, and leaves the clipboard alone', async () => {
		const { screen } = whole();
		await setSettings({ portalAddress: 'https://partner.example/{id}?e={engagementId}' });
		assert.deepEqual(await opened(await elementOf('Ada 1')), [
			`https://partner.example/${one.id}?e=${one.engagementId}`,
		]);
		assert.deepEqual(screen.copied, []);
	});

	it('opens nothing where the address is none', async () => {
		await setSettings({ portalAddress: 'http://partner.example/{id}' });
		assert.deepEqual(await opened(await elementOf('Ada 1')), []);
		assert.match(whole().screen.said, /must be an https address/);
	});

	it('opens nothing for a sample, and says why', async () => {
		await setSettings({ source: 'sample' });
		const element = await eventually(async () => {
			const [group] = (await captured.tree.provider.getChildren('row:status:New/Pending')) ?? [];
			assert.match(`${group}`, /referral/);
			return group;
		});
		assert.deepEqual(await opened(element), []);
		assert.match(whole().screen.said, /invented/);
	});

	it('a tab is called by the deal where that is set, and by the id as soon as it no longer is', async () => {
		const titles = () => captured.pages.map(({ panel }) => panel.title);
		await setSettings({ tabTitle: 'deal' });
		await run('openReferral', await elementOf('Ada 1'));
		await eventually(() => assert.deepEqual(titles(), ['Ada 1']));
		await run('openReferral', await elementOf('Ada 2'));
		await eventually(() => assert.deepEqual(titles(), ['Ada 2']));
		await setSettings({ tabTitle: undefined });
		await eventually(() => assert.match(titles()[0] ?? '', /^Referral [0-9a-f]{8}$/));
	});
});
