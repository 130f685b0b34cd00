import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareInstants } from '../../../src/referral/instant.ts';

const order = (one: string | undefined, other: string | undefined) => Math.sign(compareInstants(one, other));

describe('of two instants', () => {
	const later = (one: string, other: string) =>
		it(`${one} is later than ${other}`, () => {
			assert.deepEqual([order(one, other), order(other, one)], [1, -1]);
		});
	const same = (one: string | undefined, other: string | undefined) =>
		it(`nothing tells ${one} and ${other} apart`, () => {
			assert.equal(compareInstants(one, other), 0);
			assert.equal(compareInstants(other, one), 0);
		});

	later('2026-01-01T00:00:01Z', '2026-01-01T00:00:00Z');
	later('2026-01-01T00:00:00.0000001Z', '2026-01-01T00:00:00Z');
	later('2026-01-01T00:00:00.1234568Z', '2026-01-01T00:00:00.1234567Z');
	later('2026-01-01T00:00:00.5Z', '2026-01-01T00:00:00.49Z');
	later('2026-01-01T00:00:00Z', '2026-01-01T00:00:00+00:01');
	later('2026-01-01T00:00:00.1239Z', '2026-01-01T01:00:00.1231+01:00');
	same('2026-01-01T00:00:00.120Z', '2026-01-01T00:00:00.12Z');
	same('2026-01-01T00:00:00.1Z', '2025-12-31T23:00:00.1000000-01:00');
	same('2026-01-01T00:00Z', '2026-01-01T00:00:00.000Z');
	same('2026-01-01T00:00:00.1230000000Z', '2026-01-01T00:00:00.123Z');
	same('2026-01-01T00:00:00Z', 'yesterday');
	same('2026-01-01T00:00:00Z', '2026-02-30T00:00:00Z');
	same('2026-01-01T00:00:00Z', undefined);
	same(undefined, undefined);

	it('the order is that of their ten millionths of a second, whatever their digits and offsets', () => {
		fc.assert(
			fc.property(written, written, written, (...all) => {
				for (const one of all)
					for (const other of all) assert.equal(order(one.text, other.text), sign(one.ticks - other.ticks));
			}),
			{ seed: 41, numRuns: 20_000 },
		);
	});
});

const sign = (ticks: bigint) => (ticks > 0n ? 1 : ticks < 0n ? -1 : 0);
const two = (number: number) => `${number}`.padStart(2, '0');

/** An instant near others, written with up to seven digits, in some time zone. */
const written = fc
	.record({
		second: fc.constantFrom(Date.UTC(2026, 1, 28, 23, 59, 59), Date.UTC(2026, 2, 1), Date.UTC(2024, 1, 29)),
		digits: fc.stringMatching(/^[0159]{0,7}$/),
		offset: fc.constantFrom(0, 60, -60, 330, -720, 840),
	})
	.map(({ second, digits, offset }) => {
		const local = new Date(second + offset * 60_000).toISOString().slice(0, 19);
		const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
		const zone = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
		const text = `${local}${digits && `.${digits}`}${zone}`;
		return { text, ticks: BigInt(second) * 10_000n + BigInt(digits.padEnd(7, '0')) };
	});
