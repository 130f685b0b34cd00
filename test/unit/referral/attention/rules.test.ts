import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isOpen, signsOf, waitsSince } from '../../../../src/referral/attention/rules.ts';
import { attentionRules, usualAttention } from '../../../../src/referral/attention/wishes.ts';
import { received } from '../../received.ts';
import { tenant } from '../../sample/sampleAsk.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-20T12:00:00Z');
const at = (days: number) => new Date(now + days * day).toISOString();
const referralOf = (json: object) => received({ id: 'r', ...json }).referral;
const reasonsAt = (json: object, wishes = usualAttention) =>
	signsOf(referralOf(json), wishes)
		.filter(({ since }) => since <= now)
		.map(({ rule }) => rule);

const worked = {
	...{ status: 'Active', substatus: 'Accepted', createdDateTime: at(-20), acceptedDateTime: at(-10) },
	...{ updatedDateTime: at(-5), team: [{ email: 'ada@contoso.com' }] },
	details: { dealValue: 5, currency: 'USD', closingDateTime: at(30) },
};
const fresh = { status: 'New', createdDateTime: at(-1), updatedDateTime: at(-1), expirationDateTime: at(10) };

describe('what gives reason to look at a referral', () => {
	const needs = (what: string, json: object, ...rules: readonly string[]) =>
		it(`${what}: ${rules.join(', ') || 'nothing'}`, () => assert.deepEqual(reasonsAt(json), rules));

	needs('one that is worked on', worked);
	needs('a new one', fresh);
	needs('one that expires in 3 days', { ...fresh, expirationDateTime: at(3) }, 'expiring');
	needs('one that expires a little later', { ...fresh, expirationDateTime: at(3.001) });
	needs('one that is still new after it expired', { ...fresh, expirationDateTime: at(-1) }, 'expiring');
	needs('an active one with an expiry', { ...worked, expirationDateTime: at(1) });
	needs('an expiry that is no date', { ...fresh, expirationDateTime: 'soon' });

	const asked = { details: { customerRequestedContact: true } };
	needs('a customer who asked 72 hours ago', { ...fresh, ...asked, createdDateTime: at(-3) }, 'unanswered');
	needs('a customer who asked a little later', { ...fresh, ...asked, createdDateTime: at(-2.999) });
	needs('a customer who did not ask', { ...fresh, details: {}, createdDateTime: at(-5) });
	needs('a text instead of whether they asked', {
		...{ ...fresh, createdDateTime: at(-5) },
		details: { customerRequestedContact: 'true' },
	});
	needs('one that was answered', {
		...worked,
		details: { ...worked.details, customerRequestedContact: true },
	});

	const closing = (closingDateTime: string) => ({
		...worked,
		details: { ...worked.details, closingDateTime },
	});
	needs('a close date of yesterday', closing('2026-11-19T00:00:00Z'), 'closeDatePassed');
	needs('a close date of today, which is not over', closing('2026-11-20T00:00:00Z'));
	needs(
		'a new one with a close date of the past',
		{ ...fresh, details: { closingDateTime: at(-9) } },
		'closeDatePassed',
	);

	needs('one that nobody touched for 30 days', { ...worked, updatedDateTime: at(-30) }, 'untouched');
	needs('one that somebody touched 29 days ago', { ...worked, updatedDateTime: at(-29.9) });
	const accepted = (days: number, until: number) => ({
		...{ ...worked, createdDateTime: at(-90) },
		...{ acceptedDateTime: at(-days), updatedDateTime: at(-days + until) },
	});
	needs('accepted 45 days ago and left alone', accepted(45, 0.5), 'nothingSince', 'untouched');
	needs('accepted 45 days ago and touched two days later', accepted(45, 2), 'untouched');
	needs('accepted 44 days ago and left alone', accepted(44, 0), 'untouched');

	needs('no value', { ...worked, details: { closingDateTime: at(30) } }, 'noValue');
	needs('a value of nothing', { ...worked, details: { ...worked.details, dealValue: 0 } });
	needs('no close date', { ...worked, details: { dealValue: 5 } }, 'noCloseDate');
	needs('nobody in the team', { ...worked, team: [] }, 'nobody');
	needs('no team', { ...worked, team: null }, 'nobody');
	needs('one who has no mail address', { ...worked, team: { firstName: 'Ada' } });
	needs('a new one with nothing of that', { ...fresh, details: {}, team: [] });

	for (const status of ['Closed', 'Paused', '', undefined])
		needs(`one that is ${status}`, { ...worked, status, updatedDateTime: at(-400), details: {}, team: [] });
	needs(
		'one that is new, in other letters',
		{ ...fresh, status: 'NEW', expirationDateTime: at(1) },
		'expiring',
	);

	it('leaves out what expires where no days are soon', () => {
		for (const days of [-1, 0, 1])
			assert.deepEqual(
				reasonsAt({ ...fresh, expirationDateTime: at(days) }, { ...usualAttention, expiringDays: 0 }),
				[],
			);
	});

	it('leaves out what the user switched off, and counts other days', () => {
		const json = { ...worked, updatedDateTime: at(-8), details: {}, team: [] };
		const rules = new Set(attentionRules.filter((rule) => rule !== 'noValue'));
		assert.deepEqual(reasonsAt(json, { ...usualAttention, rules }), ['noCloseDate', 'nobody']);
		assert.deepEqual(
			reasonsAt(json, { ...usualAttention, rules: new Set(['untouched'] as const), untouchedDays: 8 }),
			['untouched'],
		);
	});

	it('is the same whether one looks often or once: what holds from an instant on holds for good', () => {
		fc.assert(
			fc.property(fc.constantFrom(...tenant.referrals), fc.nat(400), fc.nat(400), (json, one, other) => {
				const signs = signsOf(referralOf(json), usualAttention);
				const held = (days: number) => signs.filter(({ since }) => since <= now + days * day).length;
				assert.ok(held(one) <= held(one + other));
				assert.equal(signs.length > 0 && !isOpen(referralOf(json)), false);
			}),
			{ seed: 3, numRuns: 3_000 },
		);
	});

	it('knows since when a customer waits', () => {
		assert.equal(waitsSince(referralOf({ ...fresh, ...asked })), now + 2 * day);
		assert.equal(waitsSince(referralOf(fresh)), undefined);
	});
});
