import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dateText, dayText } from '../../../src/referral/dateText.ts';
import { expiryOf, expiryText } from '../../../src/referral/expiry.ts';
import { received } from '../received.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a date', () => {
	const written = (text: string, shown: string, locale = 'en-US') =>
		it(`${JSON.stringify(text)}: ${shown}`, () => assert.equal(plain(dateText(text, locale)), shown));
	const left = (text: string) => written(text, plain(text));

	written('2018-10-30T21:03:42.4579542Z', 'Oct 30, 2018, 9:03 PM UTC');
	written('2018-10-29T21:24:52.040469Z', 'Oct 29, 2018, 9:24 PM UTC');
	written('2018-11-13T00:00:00Z', 'Nov 13, 2018, 12:00 AM UTC');
	written('2020-05-26T00:00:00.0000000Z', 'May 26, 2020, 12:00 AM UTC');
	written('2026-01-02T03:04Z', 'Jan 2, 2026, 3:04 AM UTC');
	written('2026-01-02T03:04:05+02:00', 'Jan 2, 2026, 1:04 AM UTC');
	written('2018-10-30T21:03:42Z', '30.10.2018, 21:03 UTC', 'de-DE');
	written('2024-02-29T00:00:00Z', 'Feb 29, 2024, 12:00 AM UTC');
	left('');
	left('soon');
	left('2018-10-30');
	left('2018-10-30T21:03:42');
	written('0001-01-01T00:00:00', '');
	left('2018-13-30T21:03:42Z');
	left('2018-02-30T21:03:42Z');
	left('2023-02-29T00:00:00Z');
	left('2018-10-30T25:03:42Z');
	left('2018-10-30T21:03:42Z and more');
	left('October 30, 2018');
	left('5');
	left('SOL-34104-EBB');

	it('is text whatever it is', () => {
		const pieces = fc.constantFrom(
			...['2018', '-', '10', '30', 'T', ':', '.', 'Z', '+02:00', '99', '00', ' ', 'x'],
		);
		const text = fc.oneof(
			fc.string(),
			fc.array(pieces, { maxLength: 14 }).map((each) => each.join('')),
		);
		fc.assert(
			fc.property(text, (each) => {
				const shown = dateText(each, 'en-US');
				assert.ok(shown === each || shown.endsWith(' UTC'));
			}),
			{ seed: 24, numRuns: 5_000 },
		);
	});
	it('is told to the minute, whatever its fraction', () => {
		const instant = fc.date({
			min: new Date('2000-01-01'),
			max: new Date('2100-01-01'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(
				instant,
				fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 7 }),
				(date, digits) => {
					const seconds = date.toISOString().slice(0, 19);
					const text = dateText(`${seconds}${digits && `.${digits}`}Z`, 'en-US');
					const [, time = ''] = /^(.*) UTC$/.exec(plain(text)) ?? [];
					assert.equal(new Date(`${time} UTC`).toISOString(), `${seconds.slice(0, 16)}:00.000Z`);
				},
			),
			{ seed: 25, numRuns: 1_000 },
		);
	});
});

describe('a day', () => {
	const written = (text: string, shown: string) =>
		it(`${text}: ${shown}`, () => assert.equal(plain(dayText(text, 'en-US')), shown));

	written('2026-10-24T00:00:00Z', 'Oct 24, 2026');
	written('2026-10-24T02:00:00+02:00', 'Oct 24, 2026');
	written('2026-10-24T08:00:00Z', 'Oct 24, 2026, 8:00 AM UTC');
	written('2026-02-30T00:00:00Z', '2026-02-30T00:00:00Z');
	written('2026-10-24', '2026-10-24');
	written('soon', 'soon');
});

describe('an expiry', () => {
	const now = Date.parse('2026-03-15T10:30:00Z');
	const expires = (expirationDateTime: unknown, text: string | undefined, status = 'New') =>
		it(`${status} ${expirationDateTime}: ${text}`, () => {
			const { referral } = received({ id: 'r1', status, expirationDateTime });
			const expiry = expiryOf(referral);
			assert.equal(expiry && expiryText(expiry, now, 'en'), text);
		});

	expires('2026-03-18T10:30:00Z', 'expires in 3 days');
	expires('2026-03-18T10:29:59Z', 'expires in 2 days');
	expires('2026-03-16T10:30:00.0000000Z', 'expires in 1 day');
	expires('2026-03-16T10:29:00Z', 'expires in 23 hours');
	expires('2026-03-15T11:30:00Z', 'expires in 1 hour');
	expires('2026-03-15T11:29:00Z', 'expires in 59 minutes');
	expires('2026-03-15T10:30:00Z', 'expires in 0 minutes');
	expires('2026-03-15T10:29:50Z', 'expired 0 minutes ago');
	expires('2026-03-15T09:30:00Z', 'expired 1 hour ago');
	expires('2026-03-01T00:00:00Z', 'expired 14 days ago');
	expires('2026-03-18T10:30:00Z', undefined, 'Active');
	expires('2026-03-18T10:30:00Z', undefined, 'Closed');
	expires('2026-03-18T10:30:00Z', 'expires in 3 days', 'new');
	expires(null, undefined);
	expires(undefined, undefined);
	expires('', undefined);
	expires('soon', undefined);
	expires('7', undefined);
	expires('call 12', undefined);
	expires('2026-03-18T10:30:00', undefined);
	expires('2026-02-30T10:30:00Z', undefined);
	expires(7, undefined);
});
