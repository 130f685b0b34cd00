import assert from 'node:assert/strict';
import {
	joined,
	type Kept,
	longestMemory,
	memoryText,
	mostKept,
	readMemory,
} from '../../../../src/listing/since/kept.ts';
import { Random } from '../../../../src/sample/invent/random.ts';

const hashes = 'abcdefghijklmnopqrstuvwx';
const today = 20_000;
const kept = (facts: Partial<Kept> = {}): Kept => ({
	...{ updated: 1_793_000_000_000, day: today, isWhole: false, isNew: false, hashes },
	...facts,
});
const key = (number: number) => number.toString(36).padStart(16, '_');
const memory = (...entries: readonly Kept[]) => ({
	looked: 1_793_000_000_123,
	entries: new Map(entries.map((each, index) => [key(index), each])),
});

describe('what is kept of what was seen', () => {
	it('is read as it was written', () => {
		const all = memory(
			kept(),
			kept({ isNew: true }),
			kept({ isWhole: true, isNew: true }),
			kept({ updated: Number.NaN, day: 0 }),
		);
		assert.deepEqual(readMemory(memoryText(all, 300)), {
			...all,
			entries: new Map([...all.entries].map(([id, each]) => [id, { ...each, day: Math.min(each.day, 300) }])),
		});
	});

	for (const [name, text] of Object.entries({
		nothing: '',
		'another title': 'partner-referrals seen 2 abc',
		JSON: '{"looked":5,"entries":[]}',
		'no date': 'partner-referrals seen 1 ',
		'a date that is none': 'partner-referrals seen 1 zzzzzzzzzzz',
		'zeros, as a disk that was full leaves them': '\0'.repeat(5000),
		'too much': `partner-referrals seen 1 abc\n${'x'.repeat(longestMemory)}`,
	}))
		it(`is nothing where there is ${name}`, () => {
			assert.deepEqual(readMemory(text), { looked: undefined, entries: new Map() });
		});

	it('is what can be read of it where something is torn or foreign', () => {
		const whole = memoryText(memory(kept(), kept()), today);
		assert.equal(readMemory(whole.slice(0, -3)).entries.size, 1);
		for (const line of [
			'__proto__',
			'[]',
			`${key(1)} 1 1 - short`,
			`${key(1)} 1 1 - ${hashes} more`,
			`${key(1)} -5 1 - ${hashes}`,
		])
			assert.equal(readMemory(`${whole.split('\n')[0]}\n${line}`).entries.size, 0, line);
	});

	it('survives any change of any letter', () => {
		const whole = memoryText(memory(kept(), kept({ isNew: true })), today);
		const random = new Random(12);
		for (let run = 0; run < 5000; run++) {
			const at = random.whole(0, whole.length - 1);
			const letter = String.fromCharCode(random.whole(0, 300));
			for (const { updated, day } of readMemory(
				whole.slice(0, at) + letter + whole.slice(at + 1),
			).entries.values())
				assert.ok((Number.isNaN(updated) || updated >= 0) && day >= 0);
		}
	});

	it('is at most so much, of which the oldest goes first, and nothing that was not loaded for more than a year', () => {
		const entries = new Map<string, Kept>();
		for (let number = 0; number < mostKept + 500; number++)
			entries.set(key(number), kept({ day: today - (number % 2) }));
		entries.set(key(-1), kept({ day: today - 401 }));
		const text = memoryText({ looked: 1, entries }, today);
		const read = readMemory(text);
		assert.equal(read.entries.size, mostKept);
		assert.equal([...read.entries.values()].filter(({ day }) => day === today).length, mostKept / 2 + 250);
		assert.ok(text.length < 65 * mostKept, `${text.length}`);
		assert.ok(!read.entries.has(key(-1)));
		assert.ok(read.entries.has(key(0)) && read.entries.has(key(2)));
	});

	it('of two windows is what one has seen rather than that it is new, and the later of what both have seen', () => {
		const [early, late] = [kept({ updated: 1 }), kept({ updated: 2 })];
		assert.equal(joined(early, late).updated, 2);
		assert.equal(joined(late, early).updated, 2);
		assert.equal(joined(kept({ isNew: true, updated: 5 }), early).isNew, false);
		assert.equal(joined(early, kept({ isNew: true, updated: 5 })).isNew, false);
		assert.equal(joined(kept({ day: 7 }), kept({ day: 5 })).day, 7);
		assert.deepEqual(joined(undefined, early), early);
	});
});
