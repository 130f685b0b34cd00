import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type Deal, deal } from '../../partner-api/TenantInHand.ts';
import { names, otherNames, pairs, row } from '../whole/tree.ts';
import { run, start, useWholeExtension } from '../whole/wholeExtension.ts';

describe('fault A 10: a referral that has moved between groups', () => {
	const whole = useWholeExtension();
	let folder: string;
	let moved: Deal;

	/** All is loaded; then a referral moves, and only the group that it has come to is read again. */
	async function move(from: Partial<Deal>): Promise<void> {
		const { tenant } = whole();
		moved = deal({ name: 'As it was', ...from });
		tenant.referrals = [
			moved,
			deal({ name: 'Another' }),
			deal({ name: 'A third', status: 'Active', substatus: 'Accepted' }),
		];
		for (const pair of pairs) await names(...pair);
		await otherNames();
		tenant.change(moved, { name: 'As it is', status: 'Active', substatus: 'Accepted' });
		await run('refresh', (await row('Active', 'Accepted')).element);
		assert.ok((await names('Active', 'Accepted')).includes('As it is'));
	}

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'partner-referrals-export-'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it('stands where its newest state belongs, and nowhere else', async () => {
		await move({});
		assert.deepEqual(await names('New', 'Pending'), ['Another']);
	});

	it('no longer stands among the others once it fits a known pair', async () => {
		await move({ substatus: 'Unheard' });
		assert.deepEqual(await otherNames(), []);
	});

	it('no longer stands among the others once it has a known status', async () => {
		await move({ status: 'Unheard', substatus: 'Unheard' });
		assert.deepEqual(await otherNames(), []);
	});

	/** Where it comes from, and what is exported. */
	const exports: readonly (readonly [string, Partial<Deal>])[] = [
		['a known pair', {}],
		['the others', { substatus: 'Unheard' }],
	];
	for (const [origin, from] of exports)
		it(`is exported once, in its newest state, when it has come from ${origin}`, async () => {
			await move(from);
			const all = await exported(undefined);
			assert.deepEqual(
				all.filter(({ id }) => id === moved.id).map(({ name }) => name),
				['As it is'],
			);
		});

	it('is not exported with the status that it has left', async () => {
		await move({});
		const all = await exported((await row('New')).element);
		assert.deepEqual(
			all.map(({ name }) => name),
			['Another'],
		);
	});

	it('is found once, in its newest state', async () => {
		const { screen } = whole();
		await move({});
		const going = start('openReferral');
		const prompt = await screen.prompt(/Go to Referral/);
		prompt.type(moved.id);
		const found = prompt.items.map(({ label }) => label).filter((label) => label.startsWith('As it'));
		prompt.hide();
		await going.done;
		assert.deepEqual(found, ['As it is']);
	});

	/** What an export of a row, or of the whole query, writes as JSON Lines. */
	async function exported(
		element: unknown,
	): Promise<readonly { readonly id: string; readonly name: string }[]> {
		const { screen } = whole();
		const file = join(folder, 'all.jsonl');
		const exporting = start('export', element);
		if (!element) (await screen.prompt(/Export/)).choose(/active query/);
		(await screen.saveDialog()).answer(vscode.Uri.file(file));
		await exporting.done;
		const lines = readFileSync(file, 'utf8').split('\n');
		return lines.filter((line) => line).map((line) => JSON.parse(line));
	}
});
