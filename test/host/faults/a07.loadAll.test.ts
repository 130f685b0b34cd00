import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { deals } from '../../partner-api/TenantInHand.ts';
import { names, row, rowOf, rowsBelow } from '../whole/tree.ts';
import { type Begun, begun, start, useWholeExtension } from '../whole/wholeExtension.ts';

describe('fault A 7: loading all looks again after it has waited', () => {
	const whole = useWholeExtension();
	let folder: string;
	let group: unknown;
	let loadMore: unknown;

	beforeEach(async () => {
		folder = mkdtempSync(join(tmpdir(), 'partner-referrals-export-'));
		whole().tenant.referrals = deals(350, 'Ada');
		await names('New', 'Pending');
		group = (await row('New', 'Pending')).element;
		loadMore = (await rowOf('loadMore', 'New', 'Pending')).element;
	});

	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	/** What is begun while Load More is under way. */
	const seconds: readonly (readonly [string, () => Begun])[] = [
		['Load All', () => start('loadAll', group)],
		['Load All Groups', () => start('loadEverything')],
		['Export', () => exporting()],
	];
	for (const [name, second] of seconds)
		it(`asks for no page twice: Load More, Load All and ${name} at once`, async () => {
			const { api } = whole();
			const hold = api.hold(({ url }) => url.includes('skiptoken'));
			const first = start('loadMore', loadMore);
			await hold.arrived();
			const others = [
				await begun(whole().screen, () => start('loadAll', group)),
				await begun(whole().screen, second),
			];
			hold.release();
			await Promise.all([first, ...others].map(({ done }) => done));
			const pages = api.listRequests().filter(({ url }) => url.includes('skiptoken'));
			assert.equal(pages.length, new Set(pages.map(({ url }) => url)).size);
			const rows = await rowsBelow('New', 'Pending');
			assert.deepEqual(kindsOf(rows), ['referral']);
			assert.equal(rows.length, 350);
		});

	it('ends with all rows when Refresh comes while Load All waits', async () => {
		const { api } = whole();
		const hold = api.hold();
		const first = start('loadMore', loadMore);
		await hold.arrived();
		const loading = await begun(whole().screen, () => start('loadAll', group));
		const refreshing = await begun(whole().screen, () => start('refresh', group));
		hold.release();
		await Promise.all([first, loading, refreshing].map(({ done }) => done));
		const rows = await rowsBelow('New', 'Pending');
		assert.deepEqual([rows.length, ...kindsOf(rows)], [350, 'referral']);
	});

	function exporting(): Begun {
		const { screen } = whole();
		const { done } = start('export', group);
		const answered = screen
			.saveDialog()
			.then((dialog) => dialog.answer(vscode.Uri.file(join(folder, 'all.csv'))));
		return { done: Promise.all([done, answered]).then(() => {}) };
	}
});

function kindsOf(rows: readonly { readonly item: vscode.TreeItem }[]): readonly string[] {
	return [...new Set(rows.map(({ item }) => `${item.contextValue}`))];
}
