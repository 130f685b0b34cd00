import assert from 'node:assert/strict';
import { csvExport } from '../../../src/export/csv.ts';
import { exportEntries } from '../../../src/export/entries.ts';
import { jsonLinesExport } from '../../../src/export/jsonLines.ts';
import { reasonsNow } from '../../../src/export/reasons.ts';
import { exportSource } from '../../../src/export/source.ts';
import { exportSteps } from '../../../src/export/steps.ts';
import { tableExport } from '../../../src/export/table.ts';
import { type Arranging, plainly } from '../../../src/listing/arranging/arranging.ts';
import { attentionKey } from '../../../src/listing/arranging/lenses.ts';
import { wide } from '../../../src/listing/arranging/partition.ts';
import { Exploration } from '../../../src/listing/exploration.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { usualAttention } from '../../../src/referral/attention/wishes.ts';
import { sampleSend } from '../../../src/sample/service/send.ts';
import { branchIn, feedIn, loadWhole, sessionOn } from '../listing/exploring.ts';
import { FakeSend, replied } from '../partner/fakeSend.ts';
import { now, tenant } from '../sample/sampleAsk.ts';
import { exportedRows, exportedText, noReasons } from './exportedText.ts';

const reader = { locale: 'en', now: now.getTime() };
const day = 86_400_000;
const ago = (days: number) => new Date(now.getTime() - days * day).toISOString();

const overdue = {
	...{ id: 'overdue', status: 'Active', substatus: 'Accepted', team: [{ email: 'ada@contoso.com' }] },
	details: { dealValue: 1, closingDateTime: ago(12) },
	updatedDateTime: ago(40),
};
const fine = {
	...overdue,
	id: 'fine',
	details: { dealValue: 1, closingDateTime: ago(-9) },
	updatedDateTime: ago(1),
};

/** What a user has who chose how things are arranged, which may change. */
function exploringAs(wishes: { arranging: Arranging }, query: Query = everything, send = sampleSend(tenant)) {
	const session = sessionOn(new FakeSend(send).client);
	const exploration = new Exploration(
		session,
		query,
		() => reader.now,
		() => wishes.arranging,
	);
	return { session, exploration };
}

const lenses: Arranging = { ...plainly, lenses: true };

async function loadedTwo(wishes: { arranging: Arranging }, query?: Query) {
	const stage = exploringAs(wishes, query, async () => replied({ value: [overdue, fine] }));
	for (const { key } of stage.exploration.partitions) await feedIn(stage.exploration, key).loadMore();
	return stage;
}

/** What stands in the column, by the referrals' ids. */
function cellsOf(exploration: Exploration): Readonly<Record<string, string>> {
	const entries = exportEntries(exportSource(exploration, 'query', () => reader.now));
	const reasonsOf = reasonsNow(exploration.picking, entries, reader);
	return Object.fromEntries(
		entries.flatMap((entry) =>
			entry.kind === 'received' ? [[entry.referral.id, reasonsOf(entry).join('; ')]] : [],
		),
	);
}

describe('why a referral needs somebody, in an export,', () => {
	it('is said of those that the tree says it of, in the same words', async () => {
		const { exploration } = exploringAs({ arranging: lenses });
		await loadWhole(feedIn(exploration, wide));
		const needy = branchIn(exploration, attentionKey).rows.map(({ referral }) => referral.id);
		const cells = cellsOf(exploration);
		assert.ok(needy.length > 50 && needy.length < tenant.referrals.length);
		assert.deepEqual(
			Object.keys(cells)
				.filter((id) => cells[id])
				.sort(),
			needy.sort(),
		);
	});

	it('is a cell with each reason, the most pressing first; empty where nothing is', async () => {
		const { exploration } = await loadedTwo({ arranging: lenses });
		const entries = exportEntries(exportSource(exploration, 'query', () => reader.now));
		const reasonsOf = reasonsNow(exploration.picking, entries, reader);
		const written = [...exportSteps(entries, csvExport(reasonsOf))].map(({ text }) => text).join('');
		assert.match(written, /,close date passed 12 days ago; not updated for 40 days,/);
		assert.deepEqual(cellsOf(exploration), {
			overdue: 'close date passed 12 days ago; not updated for 40 days',
			fine: '',
		});
	});

	it('heeds rules and thresholds', async () => {
		const rules = new Set(usualAttention.rules);
		rules.delete('closeDatePassed');
		const arranging = { ...lenses, attention: { ...usualAttention, rules, untouchedDays: 41 } };
		assert.equal(cellsOf((await loadedTwo({ arranging })).exploration)['overdue'], '');
	});

	it('is not said of what is put aside', async () => {
		const arranging: Arranging = { ...lenses, isQuiet: ({ referral }) => referral.id === 'overdue' };
		assert.equal(cellsOf((await loadedTwo({ arranging })).exploration)['overdue'], '');
	});

	it('is what it is by the wishes of the tree where more is exported than is shown', async () => {
		const arranging: Arranging = { ...lenses, isQuiet: () => true };
		const { exploration } = await loadedTwo({ arranging }, { ...everything, status: 'Active' });
		const source = exportSource(exploration, 'everything', () => reader.now);
		for (const feed of source.feeds) await feed.loadMore();
		const entries = exportEntries(source);
		const reasonsOf = reasonsNow(exploration.picking, entries, reader);
		assert.equal(entries.length, 2);
		for (const entry of entries) if (entry.kind === 'received') assert.deepEqual(reasonsOf(entry), []);
		source.dispose();
	});

	it('is of one moment, whatever changes while the file is written', async () => {
		const wishes = { arranging: lenses };
		const { exploration, session } = await loadedTwo(wishes);
		const entries = exportEntries(exportSource(exploration, 'query', () => reader.now));
		let time = reader.now;
		const moving = {
			locale: 'en',
			get now() {
				return time;
			},
		};
		const reasonsOf = reasonsNow(exploration.picking, entries, moving);
		time += 100 * day;
		wishes.arranging = { ...lenses, isQuiet: () => true };
		session.end();
		const cells = entries.map((entry) => (entry.kind === 'received' ? reasonsOf(entry).join('; ') : ''));
		assert.deepEqual(cells.sort(), ['', 'close date passed 12 days ago; not updated for 40 days']);
	});

	it('can be a column of a table that is copied, where no cell begins another one', () => {
		const reasonsOf = () => ['one\tmore', 'two'];
		const format = tableExport(reasonsOf, {
			...{ headers: ['Needs attention', 'Referral ID'], protectsDigits: true, headed: true },
		});
		assert.equal(exportedText([{ id: 'r1' }], format), 'Needs attention\tReferral ID\none more; two\tr1\n');
	});

	it('is a text and no formula, whatever a translation begins with', () => {
		const [row] = exportedRows([{ id: 'r1' }], () => ['=1+1']);
		assert.equal(row?.['Needs attention'], "'=1+1");
	});

	it('is one column, whatever the service calls its fields', () => {
		const [row] = exportedRows([{ id: 'r1', 'Needs attention': 'sent', needsAttention: 'sent' }], noReasons);
		assert.equal(row?.['Needs attention'], '');
	});

	it('is not in JSON Lines, which have what was sent', () => {
		assert.equal(exportedText([{ id: 'r1' }], jsonLinesExport()), '{"id":"r1"}\n');
	});
});
