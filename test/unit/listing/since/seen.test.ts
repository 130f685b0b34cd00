import assert from 'node:assert/strict';
import { mostKept, readMemory } from '../../../../src/listing/since/kept.ts';
import { at, hour, Looking, minute, ShelfInHand, start, state } from './stating.ts';

const value = (dealValue: unknown, currency = 'USD') => ({ details: { dealValue, currency } });
const later = (minutes: number) => ({ updatedDateTime: at(start + minutes * minute) });
const created = (hours: number) => ({
	createdDateTime: at(start + hours * hour),
	updatedDateTime: at(start + hours * hour),
});

/** What is said of a second state when the first one was seen in the same window, and when there was a restart between. */
const changes: readonly (readonly [
	name: string,
	before: object,
	after: object,
	said: readonly string[],
	saidAfterRestart?: readonly string[],
])[] = [
	['nothing', {}, {}, []],
	[
		'the status',
		{},
		{ status: 'Active', substatus: 'Accepted' },
		['status New → Active'],
		['status changed'],
	],
	[
		'how it was closed',
		{ status: 'Active', substatus: 'Accepted' },
		{ status: 'Closed', substatus: 'Won' },
		['status Active → Won'],
		['status changed'],
	],
	['the substatus alone', {}, { substatus: 'Received' }, ['status Pending → Received'], ['status changed']],
	['the value', value(50_000), value(80_000), ['value $50,000 → $80,000'], ['value changed']],
	['the currency', value(50_000), value(50_000, 'EUR'), ['value $50,000 → €50,000'], ['value changed']],
	['a value that there was none of', {}, value(80_000), ['value none → $80,000'], ['value none → $80,000']],
	['a value that is no more', value(50_000), {}, ['value $50,000 → none'], ['value changed']],
	[
		'the closing date',
		{ details: { closingDateTime: '2026-12-01T00:00:00Z' } },
		{ details: { closingDateTime: '2027-01-15T00:00:00Z' } },
		['closing date Dec 1, 2026 → Jan 15, 2027'],
		['closing date changed'],
	],
	[
		'the expiry while it is new',
		{ expirationDateTime: '2026-11-10T00:00:00Z' },
		{ expirationDateTime: '2026-11-20T00:00:00Z' },
		['expiry date Nov 10, 2026 → Nov 20, 2026'],
		['expiry date changed'],
	],
	[
		'several at once',
		value(50_000),
		{ ...value(80_000), status: 'Active', substatus: 'Accepted' },
		['status New → Active', 'value $50,000 → $80,000'],
		['status changed', 'value changed'],
	],
	['only the date of update', {}, later(10), ['updated']],
	['a value in other digits', value('50000.00'), value(50_000), []],
	['a status in other letters', {}, { status: 'NEW', substatus: 'pending' }, []],
	[
		'the spelling of a date',
		{ updatedDateTime: '2026-11-02T09:00:00Z' },
		{ updatedDateTime: '2026-11-02T10:00:00.0000000+01:00' },
		[],
	],
	[
		'less than a second',
		{ updatedDateTime: '2026-11-02T09:00:00.9871234Z' },
		{ updatedDateTime: '2026-11-02T09:00:01Z' },
		[],
	],
	[
		'the expiry of what was accepted',
		{ status: 'Active', expirationDateTime: '2026-11-10T00:00:00Z' },
		{ status: 'Active', expirationDateTime: '2026-11-20T00:00:00Z' },
		[],
	],
	[
		'types that nobody expects',
		{ status: 5, details: { dealValue: {} } },
		{ status: [], details: 'none' },
		[],
	],
	['a date of update that is none', { updatedDateTime: 'yesterday' }, { updatedDateTime: 'today' }, []],
];

describe('what was seen', () => {
	for (const [name, before, after, said, saidAfterRestart = said] of changes)
		it(`tells of ${name}: ${said.join(', ') || 'nothing'}`, () => {
			const window = new Looking(new ShelfInHand(), start);
			assert.deepEqual(window.words(before), []);
			const next = window.restarted();
			assert.deepEqual(window.words(after), said);
			assert.deepEqual(next.words(after), saidAfterRestart, 'after a restart');
			assert.deepEqual(next.restarted().words(after), saidAfterRestart, 'after another one');
			next.seen.saw(['one']);
			assert.deepEqual(next.words(after), []);
			assert.deepEqual(next.restarted().words(after), []);
		});

	it('has nothing new the first time, whatever the clock says', () => {
		for (const wrong of [0, -365 * 24 * hour, 365 * 24 * hour]) {
			const window = new Looking(new ShelfInHand(), start + wrong);
			window.seen.meet([state(created(-1)), state({ id: 'other', ...created(-2) })]);
			assert.equal(window.seen.marks.size, 0);
		}
	});

	it('has as new what nobody knows and was created since somebody looked last, until it is seen', () => {
		const first = new Looking(new ShelfInHand(), start);
		first.words({});
		const second = first.restarted(start + 24 * hour);
		assert.deepEqual(second.words({ id: 'new', ...created(5) }), ['new']);
		assert.deepEqual(second.words({ id: 'deep in the list', ...created(-500) }), []);
		const third = second.restarted();
		assert.deepEqual(third.words({ id: 'new', ...created(5), ...value(5) }), ['new']);
		third.seen.saw(['new']);
		assert.deepEqual(third.words({ id: 'new', ...created(5), ...value(5) }), []);
		assert.deepEqual(third.restarted().words({ id: 'new', ...created(5), ...value(5) }), []);
	});

	it('has as new what was created while the window is open', () => {
		const window = new Looking(new ShelfInHand(), start);
		window.words({});
		window.clock.advance(hour);
		assert.deepEqual(window.words({ id: 'new', ...created(0.5) }), ['new']);
	});

	it('does not take all for new when the clock was put back, or right again after it was wrong', () => {
		for (const [then, now] of [
			[start, start - 365 * 24 * hour],
			[start + 3650 * 24 * hour, start + hour],
		] as const) {
			const window = new Looking(new ShelfInHand(), then);
			window.words(created(-0.1));
			const next = window.restarted(now);
			assert.deepEqual(next.words({ id: 'not loaded then', ...created(-1) }), []);
			assert.deepEqual(next.words({ ...created(-0.1), ...value(5) }), ['value none → $5']);
		}
	});

	it('knows what was the same at a restart when it changes afterwards', () => {
		const next = new Looking(new ShelfInHand(), start);
		next.words(value(50_000));
		const window = next.restarted();
		assert.deepEqual(window.words({ ...value(80_000), ...later(1) }), ['value changed']);
		const all = { ...value(80_000), ...later(2), status: 'Active', substatus: 'Accepted' };
		assert.deepEqual(window.words(all), ['status New → Active', 'value changed']);
	});

	it('says only that it was updated when it is again as it was seen', () => {
		const window = new Looking(new ShelfInHand(), start);
		window.words(value(50_000));
		window.words({ ...value(80_000), ...later(1) });
		assert.deepEqual(window.words({ ...value(50_000), ...later(2) }), ['updated']);
	});

	it('takes nothing for a change that only lists leave out', () => {
		const window = new Looking(new ShelfInHand(), start);
		window.words(value(50_000));
		assert.deepEqual(
			window.words({ details: { ...value(50_000).details, closingDateTime: '2026-12-01T00:00:00Z' } }, true),
			[],
		);
		assert.deepEqual(window.words(value(50_000)), []);
		const next = window.restarted();
		assert.deepEqual(next.words({ ...value(50_000), ...later(1) }), ['updated']);
		assert.deepEqual(
			next.words({ details: { closingDateTime: '2027-01-15T00:00:00Z' }, ...later(2) }, true),
			['value $50,000 → none', 'closing date changed'],
		);
	});

	it('takes an older state for no change', () => {
		const window = new Looking(new ShelfInHand(), start);
		window.words({ ...value(80_000), ...later(5) });
		assert.deepEqual(window.restarted().words({ ...value(50_000), ...later(1) }), []);
	});

	it('survives ids of any shape', () => {
		const ids = [
			'__proto__',
			'constructor',
			'x'.repeat(10_000),
			'\ud83d',
			'',
			' \n | : ',
			'../../etc',
		].filter((id) => id);
		const window = new Looking(new ShelfInHand(), start);
		for (const id of ids) assert.deepEqual(window.words({ id, ...value(1) }), []);
		const next = window.restarted();
		for (const id of ids) {
			assert.deepEqual(next.words({ id, ...value(1) }), []);
			assert.deepEqual(next.words({ id, ...value(2) }), ['value $1 → $2']);
		}
		next.seen.saw(ids);
		for (const id of ids) assert.deepEqual(next.words({ id, ...value(2) }), []);
	});

	it('keeps nothing where nothing is to be kept, and still tells within the window', () => {
		const window = new Looking(undefined, start);
		window.words(value(50_000));
		assert.deepEqual(window.words(value(80_000)), ['value $50,000 → $80,000']);
		assert.deepEqual(window.restarted().words(value(80_000)), []);
	});

	it('knows nothing of what was kept with another salt', () => {
		const shelf = new ShelfInHand();
		const window = new Looking(shelf, start);
		window.words(value(50_000));
		window.restarted();
		const other = new ShelfInHand('another salt');
		other.text = shelf.text;
		assert.deepEqual(new Looking(other, start + hour).words({ ...value(80_000), ...created(-5) }), []);
	});

	it('takes for seen what another window has seen', () => {
		const shelf = new ShelfInHand();
		const before = new Looking(shelf, start);
		before.words(value(50_000));
		before.restarted();
		const [one, other] = [new Looking(shelf, start + hour), new Looking(shelf, start + hour)];
		const now = { ...value(80_000), ...later(30) };
		const added = { id: 'new', ...created(0.5) };
		for (const window of [one, other]) {
			assert.deepEqual(window.words(now), ['value changed']);
			assert.deepEqual(window.words(added), ['new']);
		}
		one.seen.saw(['one', 'new']);
		one.restarted();
		other.restarted();
		assert.equal(other.seen.marks.size, 0);
		assert.deepEqual(other.words(now), []);
		assert.equal(other.restarted().seen.marks.size, 0);
	});

	it('keeps of too many those that came first and what is new, and comes to an end', () => {
		const shelf = new ShelfInHand();
		const window = new Looking(shelf, start);
		const old = Array.from({ length: mostKept + 3000 }, (_, index) => state({ id: `${index}` }));
		window.seen.meet(old);
		window.clock.advance(hour);
		window.seen.meet([state({ id: 'new', ...created(0.5) })]);
		let rounds = 0;
		for (; window.seen.isUnwritten && rounds < 100; rounds++) window.restarted();
		assert.ok(rounds < 10, `${rounds}`);
		const next = new Looking(shelf, start + 2 * hour);
		assert.equal(readMemory(shelf.text).entries.size, mostKept);
		assert.deepEqual(next.words({ id: 'new', ...created(0.5) }), ['new']);
		assert.deepEqual(next.words({ id: '0', ...value(5) }), ['value none → $5']);
		assert.deepEqual(next.words({ id: `${old.length - 1}`, ...value(5) }), []);
	}).timeout(20_000);
});
