import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { type Deal, deal } from '../../partner-api/TenantInHand.ts';
import { captured } from '../whole/captured.ts';
import { eventually } from '../whole/eventually.ts';
import { names, row } from '../whole/tree.ts';
import { pageText, run, start, useWholeExtension } from '../whole/wholeExtension.ts';

describe('fault A 9: page, row and document show one state', () => {
	const whole = useWholeExtension();
	let wanted: Deal;
	let element: unknown;

	beforeEach(async () => {
		wanted = deal({ name: 'As it was' });
		whole().tenant.referrals = [wanted, deal({ name: 'Another' })];
		element = (await row('New', 'Pending', 'As it was')).element;
	});

	const rename = (facts: Partial<Deal> = {}) => whole().tenant.change(wanted, { name: 'As it is', ...facts });

	/** Opens the page, which asks the service by itself. */
	async function openPage(): Promise<void> {
		await run('openReferral', element);
		await eventually(() => assert.ok(captured.pages[0]?.panel.active));
		await run('refreshReferral');
	}

	it('shows on an open page what a refresh of the tree has brought', async () => {
		await openPage();
		rename();
		await run('refresh');
		await eventually(() => assert.equal(shownOnPage(), 'As it is'));
	});

	it('shows on an open page what a refresh of its group has brought', async () => {
		await openPage();
		rename();
		await run('refresh', (await row('New', 'Pending')).element);
		await eventually(() => assert.equal(shownOnPage(), 'As it is'));
	});

	it('shows in the row what the page has been answered', async () => {
		await openPage();
		rename();
		await run('refreshReferral');
		await eventually(async () => assert.ok((await names('New', 'Pending')).includes('As it is')));
	});

	it('shows in the row what was answered when the page was opened', async () => {
		rename();
		await openPage();
		await eventually(async () => assert.ok((await names('New', 'Pending')).includes('As it is')));
	});

	it('takes a row to the group that it has moved to, as the page has been answered', async () => {
		await names('Active', 'Accepted');
		await openPage();
		rename({ status: 'Active', substatus: 'Accepted' });
		await run('refreshReferral');
		await eventually(async () => {
			assert.deepEqual(await names('New', 'Pending'), ['Another']);
			assert.deepEqual(await names('Active', 'Accepted'), ['As it is']);
		});
	});

	it('shows in an open document what a refresh of the tree has brought', async () => {
		await run('openJson', element);
		rename();
		await run('refresh');
		await eventually(() => assert.equal(nameInDocument(wanted), 'As it is'));
	});

	it('shows in an open document what the page has been answered', async () => {
		await run('openJson', element);
		await openPage();
		rename();
		await run('refreshReferral');
		await eventually(() => assert.equal(nameInDocument(wanted), 'As it is'));
	});

	it('opens the newest state as a document, from a row that was there before', async () => {
		await openPage();
		rename();
		await run('refreshReferral');
		await run('openJson', element);
		await eventually(() => assert.equal(nameInDocument(wanted), 'As it is'));
	});

	it('does not go back to an older state when its answer comes late', async () => {
		const { api } = whole();
		await openPage();
		const hold = api.hold(({ kind }) => kind === 'one');
		const late = start('refreshReferral');
		await hold.arrived();
		rename();
		await run('refresh');
		hold.release();
		await late.done;
		await eventually(() => assert.equal(shownOnPage(), 'As it is'));
		assert.ok((await names('New', 'Pending')).includes('As it is'));
	});
});

/** The name that the page was told last. */
function shownOnPage(): string | undefined {
	return pageText()
		.match(/As it (?:was|is)/g)
		?.at(-1);
}

function nameInDocument({ id }: Deal): unknown {
	const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.includes(id));
	assert.ok(document, 'There is no document of a referral.');
	return JSON.parse(document.getText()).name;
}
