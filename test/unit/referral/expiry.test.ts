import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expiryText, nextExpiryText } from '../../../src/referral/expiry.ts';

const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000];
const expiry = Date.parse('2026-03-18T10:30:00Z');

describe('when the words for an expiry change', () => {
	const changes = (left: number, next: number, text: string, then: string) =>
		it(`"${text}" until "${then}"`, () => {
			assert.equal(expiryText(expiry, expiry - left, 'en'), text);
			assert.equal(nextExpiryText(expiry, expiry - left), expiry - next);
			assert.equal(expiryText(expiry, expiry - next, 'en'), then);
		});

	changes(3.5 * day, 3 * day - 1, 'expires in 3 days', 'expires in 2 days');
	changes(3 * day, 3 * day - 1, 'expires in 3 days', 'expires in 2 days');
	changes(day, day - 1, 'expires in 1 day', 'expires in 23 hours');
	changes(day - 1, 23 * hour - 1, 'expires in 23 hours', 'expires in 22 hours');
	changes(hour, hour - 1, 'expires in 1 hour', 'expires in 59 minutes');
	changes(minute, minute - 1, 'expires in 1 minute', 'expires in 0 minutes');
	changes(30 * second, -1, 'expires in 0 minutes', 'expired 0 minutes ago');
	changes(0, -1, 'expires in 0 minutes', 'expired 0 minutes ago');
	changes(-1, -minute, 'expired 0 minutes ago', 'expired 1 minute ago');
	changes(-59 * minute, -hour, 'expired 59 minutes ago', 'expired 1 hour ago');
	changes(-hour, -2 * hour, 'expired 1 hour ago', 'expired 2 hours ago');
	changes(-23.5 * hour, -day, 'expired 23 hours ago', 'expired 1 day ago');
	changes(-14 * day, -15 * day, 'expired 14 days ago', 'expired 15 days ago');

	it('is told to the millisecond: until then they are the same, and then they are others', () => {
		const left = fc.oneof(
			fc.integer({ min: -40 * day, max: 40 * day }),
			fc.integer({ min: -3 * hour, max: 3 * hour }),
			fc.integer({ min: -3 * minute, max: 3 * minute }),
			// About where units begin and end.
			fc
				.tuple(
					fc.constantFrom(minute, hour, day),
					fc.integer({ min: -70, max: 70 }),
					fc.integer({ min: -2, max: 2 }),
				)
				.map(([unit, count, more]) => unit * count + more),
		);
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(left, share, fc.constantFrom('en', 'de', 'fr', 'ja', 'ar'), (ms, between, locale) => {
				const now = expiry - ms;
				const next = nextExpiryText(expiry, now);
				assert.ok(next > now);
				const text = expiryText(expiry, now, locale);
				for (const at of [now + Math.floor((next - 1 - now) * between), next - 1])
					assert.equal(expiryText(expiry, at, locale), text);
				assert.notEqual(expiryText(expiry, next, locale), text);
			}),
			{ seed: 62, numRuns: 20_000 },
		);
	});
});
