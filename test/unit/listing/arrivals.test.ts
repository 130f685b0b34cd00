import assert from 'node:assert/strict';
import type { Exploration } from '../../../src/listing/exploration.ts';
import { everything, type Query, type Sort } from '../../../src/query/query.ts';
import { FakeSend, replied } from '../partner/fakeSend.ts';
import { received } from '../received.ts';
import { branchIn, exploringOn, feedIn } from './exploring.ts';

const untold = new AbortController().signal;
const day = (date: number) => `2026-03-${`${date}`.padStart(2, '0')}T00:00:00Z`;

/** A referral that is new and pending unless its status is given, created and updated on these days of March. */
function row(id: string, created: number, updated = created, facts: object = {}) {
	const dates = { createdDateTime: day(created), updatedDateTime: day(updated) };
	return { id, status: 'New', substatus: 'Pending', ...dates, ...facts };
}

const won = { status: 'Closed', substatus: 'Won' };

/** A page, with more behind it unless it is the last. */
function page(rows: readonly object[], last = false) {
	const link = 'http://api.partner.microsoft.com/v1.0/referrals?$skiptoken=more';
	return replied({ value: rows, ...(!last && { '@odata.nextLink': link }) });
}

/** What is shown once a group has these pages. */
async function loaded(sort: Sort, ...pages: readonly ReturnType<typeof page>[]) {
	const { exploration, session } = exploringOn(FakeSend.inTurn(...pages).client, { ...everything, sort });
	const feed = feedIn(exploration, 'New/Pending');
	await feed.loadMore();
	return { exploration, session, feed };
}

const idsIn = (exploration: Exploration, key = 'New/Pending') =>
	branchIn(exploration, key)
		.rows.map(({ referral }) => referral.id)
		.join(' ');
const bring = (exploration: Exploration, ...rows: readonly object[]) =>
	exploration.bring(rows.map(received), undefined);

describe('what has come by a change', () => {
	const stands = (
		name: string,
		sort: Sort,
		before: ReturnType<typeof page>,
		brought: object,
		expected: string,
	) =>
		it(`${name}: ${sort}`, async () => {
			const { exploration } = await loaded(sort, before);
			bring(exploration, brought);
			assert.equal(idsIn(exploration), expected);
		});
	const [newest, oldest] = [page([row('c', 9), row('b', 7)]), page([row('a', 5), row('b', 7)])];

	stands('stands among the rows', 'newest', newest, row('n', 8), 'c n b');
	stands('stands before them', 'newest', newest, row('n', 10), 'n c b');
	stands("doesn't stand where more is to be loaded before it", 'newest', newest, row('n', 6), 'c b');
	stands('stands at the end of what is whole', 'newest', page([row('c', 9)], true), row('n', 6), 'c n');
	stands('stands in what is whole and empty', 'newest', page([], true), row('n', 6), 'n');
	stands(
		"doesn't stand where nobody knows where",
		'newest',
		newest,
		{ ...row('n', 8), createdDateTime: 'x' },
		'c b',
	);
	stands('stands among the rows', 'oldest', oldest, row('n', 6, 20), 'a n b');
	stands("doesn't stand where more is to be loaded before it", 'oldest', oldest, row('n', 8, 20), 'a b');
	stands('changes where it stands', 'newest', newest, row('b', 7, 20), 'c b');
	stands('goes to the top', 'lastUpdated', newest, row('b', 7, 20), 'b c');
	stands('goes to the end', 'firstUpdated', oldest, row('a', 5, 20), 'b a');
	stands('stands at the top', 'lastUpdated', newest, row('n', 1, 20), 'n c b');
	stands(
		"doesn't stand where all of the others are to be loaded before it",
		'firstUpdated',
		oldest,
		row('n', 1, 20),
		'a b',
	);
	stands('leaves', 'newest', newest, row('b', 7, 20, won), 'c');

	it('stands nowhere where nobody has looked', async () => {
		const { exploration, session } = await loaded('newest', newest);
		bring(exploration, row('n', 8, 8, won));
		assert.equal(idsIn(exploration, 'Closed/Won'), '');
		session.store.tidy();
		assert.equal(session.store.get('n'), undefined);
	});

	it('is told of when it comes, and when it changes', async () => {
		const { exploration, session } = exploringOn(FakeSend.inTurn(newest).client);
		await feedIn(exploration, 'New/Pending').loadMore();
		const changes: unknown[] = [];
		exploration.onDidChange((change) => changes.push(change));
		bring(exploration, row('n', 8));
		bring(exploration, row('n', 8, 10));
		bring(exploration, row('n', 8, 10));
		bring(exploration, row('m', 1));
		assert.deepEqual(changes, [undefined, undefined]);
		session.store.tidy();
		assert.ok(session.store.get('n'));
	});

	it('goes when the group is read anew and no longer has it', async () => {
		const { exploration, feed } = await loaded('newest', newest, newest);
		bring(exploration, row('n', 8));
		await feed.refresh();
		assert.equal(idsIn(exploration), 'c b');
	});

	it('stays when only the first page is read anew', async () => {
		const { exploration, feed } = await loaded('newest', newest, page([row('a', 5)]), newest);
		await feed.loadMore();
		bring(exploration, row('n', 6));
		await feed.refresh('first');
		assert.equal(idsIn(exploration), 'c b n a');
	});

	it('is there where it has gone, also when what it has left is read anew', async () => {
		const { exploration, feed } = await loaded('newest', newest, page([], true), page([row('c', 9)]));
		await feedIn(exploration, 'Closed/Won').loadMore();
		bring(exploration, row('b', 7, 20, won));
		await feed.refresh();
		assert.deepEqual([idsIn(exploration), idsIn(exploration, 'Closed/Won')], ['c', 'b']);
	});

	const judges = (name: string, query: Partial<Query>, facts: object, expected: string, unsure: boolean) =>
		it(`${name}: ${JSON.stringify(query)}, ${JSON.stringify(facts)}`, async () => {
			const { client } = FakeSend.inTurn(newest);
			const { exploration } = exploringOn(client, { ...everything, ...query });
			await feedIn(exploration, 'New/Pending').loadMore();
			assert.equal(bring(exploration, row('n', 8, 8, facts)), unsure);
			assert.equal(idsIn(exploration), expected);
		});
	const inGermany = { customerProfile: { address: { country: 'de' } } };
	judges('is what is asked for', { country: 'DE' }, inGermany, 'c n b', false);
	judges('is not', { country: 'FR' }, inGermany, 'c b', false);
	judges('may be', { country: 'DE' }, {}, 'c b', true);
	judges('may be', { advanced: "name eq 'x'" }, { name: 'x' }, 'c b', true);
	judges('is not, whatever else', { advanced: "name eq 'x'", country: 'FR' }, inGermany, 'c b', false);
	const team = (...mails: readonly (string | undefined)[]) => ({
		team: mails.map((email) => ({ name: 'x', email })),
	});
	judges(
		'is',
		{ teamEmail: 'ada@contoso.example' },
		team('bob@contoso.example', 'Ada@contoso.example'),
		'c n b',
		false,
	);
	judges('is not', { teamEmail: 'ada@contoso.example' }, team('bob@contoso.example'), 'c b', false);
	judges('may be', { teamEmail: 'ada@contoso.example' }, team('bob@contoso.example', undefined), 'c b', true);
	judges('may be', { teamEmail: 'ada@contoso.example' }, {}, 'c b', true);

	it('reaches nobody after the end', async () => {
		const { exploration } = await loaded('newest', newest);
		exploration.end();
		bring(exploration, row('n', 8));
		assert.deepEqual(
			[...exploration.arrangement.values()].flatMap(({ rows }) => rows),
			[],
		);
	});

	it('tells nothing of a refresh by itself, and of one by people when it begins and ends', async () => {
		const { exploration } = await loaded('newest', newest, newest, newest);
		const readings: string[] = [];
		exploration.refreshing.onDidRead((reading) => readings.push(reading));
		bring(exploration, row('n', 8));
		await exploration.refreshing.run({ depth: 'shown', stop: untold });
		await exploration.refreshing.run({ depth: 'first', stop: untold });
		assert.deepEqual(readings, ['begun', 'all', 'begun', 'some']);
	});
});
