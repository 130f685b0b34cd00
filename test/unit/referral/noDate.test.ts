import assert from 'node:assert/strict';
import fc from 'fast-check';
import { courseOf } from '../../../src/details/course.ts';
import { detailsOf } from '../../../src/details/details.ts';
import { briefOf } from '../../../src/referral/brief.ts';
import { dateText, dayText } from '../../../src/referral/dateText.ts';
import { expiryOf } from '../../../src/referral/expiry.ts';
import { compareInstants, instantIn, isNoDate } from '../../../src/referral/instant.ts';
import { descriptionOf } from '../../../src/referral/rowText.ts';
import { tooltipFacts } from '../../../src/referral/tooltip.ts';
import { detailsText } from '../details/detailsText.ts';
import { exportedRows } from '../export/exportedText.ts';
import { received } from '../received.ts';

const reader = { locale: 'en-US', now: Date.parse('2026-11-25T12:00:00Z') };

/** How .NET and what stands upon it write a date that was never set. */
const spellings = [
	'0001-01-01T00:00:00Z',
	'0001-01-01T00:00:00',
	'0001-01-01T00:00:00.0000000Z',
	'0001-01-01T00:00:00+00:00',
	'0001-01-01T00:00:00.0000000+08:00',
	'0001-01-01T08:00:00Z',
	'0001-01-01 00:00:00',
	'0001-01-01',
	'01/01/0001 00:00:00',
	'1/1/0001 12:00:00 AM',
	'01.01.0001 00:00:00',
	'/Date(-62135596800000)/',
	' 0001-01-01T00:00:00Z ',
];

describe('a date that was never set', () => {
	for (const none of spellings)
		it(`${JSON.stringify(none)} is none wherever dates are`, () => {
			assert.ok(isNoDate(none));
			assert.equal(dateText(none, 'en-US', 'Europe/Berlin'), '');
			assert.equal(dayText(none, 'en-US'), '');
			assert.equal(instantIn(none), undefined);
			assert.equal(compareInstants(none, '2026-01-01T00:00:00Z'), 0);
			const dates = { createdDateTime: none, expirationDateTime: none, closedDateTime: none };
			const deal = { details: { closingDateTime: none } };
			const { referral } = received({ id: 'r1', status: 'New', ...dates, ...deal });
			assert.equal(expiryOf(referral), undefined);
			assert.equal(descriptionOf(referral, reader), '');
			assert.deepEqual(
				tooltipFacts(referral, reader, 'UTC').map(({ label }) => label),
				['Status'],
			);
			assert.deepEqual(Object.keys(courseOf(referral)), ['stages', 'status', 'substatus']);
			assert.doesNotMatch(briefOf(referral, reader, 'vscode://x/y'), /expires|0001/);
			const page = detailsText(detailsOf(received({ id: 'r1', ...dates, ...deal }), reader));
			assert.doesNotMatch(page, /0001|Created|Expiration|Closed|Estimated close|-62135596800000/);
			const [row] = exportedRows([{ id: 'r1', ...dates, ...deal }]);
			assert.deepEqual(
				['Created', 'Expires', 'Closed', 'Close Date'].map((name) => row?.[name]),
				['', '', '', ''],
			);
		});

	for (const some of ['0001-01-02T00:00:00Z', '2001-01-01T00:00:00Z', '1/1/2001', '10001-01-01', 'soon', ''])
		it(`${JSON.stringify(some)} is no such`, () => assert.ok(!isNoDate(some)));

	it('is no date of any other year', () => {
		const date = fc.date({ min: new Date('0001-01-03T00:00:00Z'), noInvalidDate: true });
		const check = (each: Date) => assert.ok(!isNoDate(each.toISOString()));
		fc.assert(fc.property(date, check), { seed: 72, numRuns: 2_000 });
	});
});
