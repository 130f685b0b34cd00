import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foundIn } from '../../../../src/account/daily/found.ts';
import { foundText } from '../../../../src/account/daily/foundText.ts';
import { PartnerError } from '../../../../src/partner/error.ts';
import type { Page } from '../../../../src/partner/page.ts';
import { readReferral } from '../../../../src/partner/referral.ts';

const now = new Date(2026, 10, 28, 9).getTime();
const day = 86_400_000;
const at = (days: number) => new Date(now + days * day).toISOString();
const wishes: Parameters<typeof foundIn>[1] = {
	...{ expiringDays: 3, isQuiet: () => false, since: '2026-11-27', now },
};

/** A new referral that expires and came so many days from now. */
const row = (id: string, expires: number, came = -11, more: object = {}) => ({
	...{ id, status: 'New', expirationDateTime: at(expires), createdDateTime: at(came) },
	...more,
});
const pageOf = (jsons: readonly unknown[], more: Omit<Page, 'entries'> = {}): Page => ({
	...{ entries: jsons.map(readReferral) },
	...more,
});
const text = (
	jsons: readonly unknown[],
	more: Omit<Page, 'entries'> = {},
	own: Partial<typeof wishes> = {},
) => foundText(foundIn(pageOf(jsons, more), { ...wishes, ...own }), 'en');

describe('what a daily look says', () => {
	const says = (why: string, said: string, expected: string) =>
		it(`${expected || 'nothing'}: ${why}`, () => assert.equal(said, expected));
	const many = Array.from({ length: 97 }, (_, index) => row(`later ${index}`, 9));

	says('nothing came', text([]), '');
	says('nothing expires soon', text(many), '');
	says(
		'of a page that leads on',
		text([row('a', 1), row('b', 2), row('c', 2.9), ...many], { next: 'https://fabrikam.example' }),
		'3 of the 100 new referrals looked at expire within 3 days.',
	);
	says(
		'one of them',
		text([row('a', 1), ...many]),
		'1 of the 98 new referrals looked at expires within 3 days.',
	);
	says('there is one', text([row('a', 1)]), 'The one new referral looked at expires within 3 days.');
	says(
		'within a day',
		text([row('a', 0.5), row('b', 2)], {}, { expiringDays: 1 }),
		'1 of the 2 new referrals looked at expires within 1 day.',
	);
	says('the user wants no days to be soon', text([row('a', 0.1)], {}, { expiringDays: 0 }), '');
	says('the time is over', text([row('a', -1)]), '');
	says(
		'some came in',
		text([...many, row('a', 13, -0.5), row('b', 13, -1)]),
		'2 new referrals came in since Friday, November 27.',
	);
	says('one came in', text([row('a', 13, 0)]), '1 new referral came in since Friday, November 27.');
	says(
		'both',
		text([row('a', 2), row('b', 13, -0.1)]),
		'1 of the 2 new referrals looked at expires within 3 days. 1 new referral came in since Friday, November 27.',
	);
	says('it is not known of the newest', text([...many, row('a', 13, 0)], { next: 'x' }), '');
	says('the way on was refused', text([row('a', 13, 0)], { refused: new PartnerError('linkRefused') }), '');
	says('there was no look before', text([row('a', 13, 0)], {}, { since: undefined }), '');
	says('it came before', text([row('a', 13, -3)]), '');
	says('a date is in the future', text([row('a', 13, 400)]), '');
	says(
		'the service sent others, and one twice',
		text([
			...[
				row('a', 1),
				row('a', 1),
				row('b', 1, 0, { status: 'Active' }),
				row('c', 1, 0, { status: 'Closed' }),
			],
			...[null, 7, {}, { id: 'd' }, { id: 'e', status: 'new', expirationDateTime: 'soon' }],
		]),
		'1 of the 2 new referrals looked at expires within 3 days.',
	);
	it('nothing of what the user has put aside', () => {
		const isQuiet = ({ id }: { id: string }) => id === 'a';
		const found = foundIn(pageOf([row('a', 1, 0), row('b', 2), row('c', 9)]), { ...wishes, isQuiet });
		assert.deepEqual(found, { looked: 2, expiring: 1, days: 3, came: 0, since: '2026-11-27' });
	});

	it('no more than there is, whatever is sent', () => {
		const value = fc.oneof(
			fc.jsonValue({ maxDepth: 2 }),
			fc.constantFrom('New', 'new', at(1), at(-1), at(9)),
		);
		const json = fc.record({
			id: fc.oneof(fc.constantFrom('a', 'b', 'c'), value),
			...{ status: value, expirationDateTime: value, createdDateTime: value },
		});
		fc.assert(
			fc.property(fc.array(json, { maxLength: 8 }), (jsons) => {
				const { looked, expiring, came } = foundIn(pageOf(jsons), wishes);
				assert.ok(looked <= jsons.length && expiring <= looked && came <= looked);
				assert.equal(text(jsons) === '', expiring + came === 0);
			}),
			{ seed: 3, numRuns: 1000 },
		);
	});
});
