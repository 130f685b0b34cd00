import assert from 'node:assert/strict';
import {
	contactText,
	nextReasonText,
	reasonText,
	ruleText,
} from '../../../../src/referral/attention/reasonText.ts';
import { signsOf } from '../../../../src/referral/attention/rules.ts';
import {
	type AttentionRule,
	attentionRules,
	usualAttention,
} from '../../../../src/referral/attention/wishes.ts';
import { received } from '../../received.ts';
import { tenant } from '../../sample/sampleAsk.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-20T12:00:00Z');
const at = (days: number) => new Date(now + days * day).toISOString();
const referralOf = (json: object) => received({ id: 'r', ...json }).referral;
const reader = { locale: 'en', now };

describe('why a referral needs somebody, in words', () => {
	const said = (rule: AttentionRule, json: object, text: string) =>
		it(`${rule}: ${text}`, () => assert.equal(reasonText(rule, referralOf(json), reader), text));

	said('expiring', { status: 'New', expirationDateTime: at(2.5) }, 'expires in 2 days');
	said('expiring', { status: 'New', expirationDateTime: at(-1.5) }, 'expired 1 day ago');
	said('unanswered', { createdDateTime: at(-4.9) }, 'asked to be contacted 4 days ago');
	said('closeDatePassed', { details: { closingDateTime: at(-1.2) } }, 'close date passed 1 day ago');
	said('closeDatePassed', { details: { closingDateTime: at(-1200) } }, 'close date passed 1,200 days ago');
	said('nothingSince', { acceptedDateTime: at(-50) }, 'accepted 50 days ago, nothing since');
	said('untouched', { updatedDateTime: at(-31) }, 'not updated for 31 days');
	said('sidesDisagree', {}, 'the two sides disagree');
	said('noValue', {}, 'no value');
	said('noCloseDate', {}, 'no close date');
	said('nobody', {}, 'nobody in the team');
	// Nothing is known of the time; the rule doesn't hold then, but words are asked for by anybody.
	said('untouched', {}, 'not updated for long');
	said('closeDatePassed', { details: { closingDateTime: 'x' } }, 'close date has passed');

	it('says that a customer waits only once Partner Center would', () => {
		const json = { status: 'New', details: { customerRequestedContact: true } };
		const said = (created: number) =>
			contactText(referralOf({ ...json, createdDateTime: at(created) }), reader);
		assert.equal(said(-2), '');
		assert.equal(said(-3), 'asked to be contacted 3 days ago');
		assert.equal(contactText(referralOf({ createdDateTime: at(-9) }), reader), '');
	});

	it('has a name for each rule, each another one', () => {
		assert.equal(new Set(attentionRules.map(ruleText)).size, attentionRules.length);
	});

	it('stays as it is until it is said to change', () => {
		for (const json of tenant.referrals.slice(0, 600)) {
			const referral = referralOf(json);
			const wordsAt = (instant: number) =>
				signsOf(referral, usualAttention)
					.filter(({ since, rule }) => since <= now && rule !== 'expiring')
					.map(({ rule }) => reasonText(rule, referral, { locale: 'en', now: instant }));
			const next = nextReasonText(referral, now);
			if (next === undefined) continue;
			assert.ok(next > now);
			assert.deepEqual(wordsAt(next - 1), wordsAt(now));
		}
	});
});
