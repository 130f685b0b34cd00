import assert from 'node:assert/strict';
import fc from 'fast-check';
import { descriptionOf, spoken } from '../../../src/referral/rowText.ts';
import { received } from '../received.ts';
import { now, tenant } from '../sample/sampleAsk.ts';

const reader = { locale: 'en-US', now: now.getTime() };
const soon = '2026-03-18T10:30:00Z';

describe('a row', () => {
	const reads = (name: string, fields: object, description: string, sentence: string) =>
		it(`${name}: ${sentence}`, () => {
			const { referral } = received({ id: 'r1', ...fields });
			assert.equal(descriptionOf(referral, reader), description);
			assert.equal(spoken(referral, reader), sentence);
		});
	const customerProfile = { name: 'Fabrikam' };
	const worth = (dealValue: unknown, currency?: unknown) => ({ details: { dealValue, currency } });

	reads('nothing known', {}, '', 'r1');
	reads('a customer', { customerProfile }, '', 'Fabrikam');
	reads('a deal of a customer', { name: 'Deal', customerProfile }, '', 'Deal, Fabrikam');
	reads('a deal called as the customer', { name: 'Fabrikam', customerProfile }, '', 'Fabrikam');
	reads('a blank name', { name: '  ', customerProfile }, '', 'Fabrikam');
	reads('a status', { status: 'Closed', substatus: 'Won' }, '', 'r1, Closed, Won');
	reads('a value', worth(50_000, 'USD'), '$50,000', 'r1, 50,000 US dollars');
	reads('a value of nothing', worth(0, 'EUR'), '€0', 'r1, 0 euros');
	reads('a value in text', worth('125000.50', 'USD'), '$125,000.50', 'r1, 125,000.50 US dollars');
	reads('a value without currency', worth(42_000, null), '42,000', 'r1, 42,000');
	reads('a value in nothing known', worth(5, 'Gold\nbars\u202e'), '5 Gold bars', 'r1, 5 Gold bars');
	reads('a currency without a value', worth(null, 'USD'), '', 'r1');
	reads(
		'all of it',
		{ status: 'New', expirationDateTime: soon, ...worth(5, 'EUR') },
		'€5 · expires in 3 days',
		'r1, New, 5 euros, expires in 3 days',
	);
	reads('an expiry of what is closed', { status: 'Closed', expirationDateTime: soon }, '', 'r1, Closed');

	it('of any referral has no traces of what it lacks', () => {
		for (const { referral } of tenant.referrals.map(received))
			for (const text of [descriptionOf(referral, reader), spoken(referral, reader)])
				assert.doesNotMatch(text, /undefined|null|NaN|\[object|[\p{Cc}\p{Bidi_Control}]|, ,| · $/u);
	});
	it('is a line whatever the service sends', () => {
		const word = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(undefined));
		const fields = fc.record({
			name: word,
			status: fc.oneof(word, fc.constant('New')),
			substatus: word,
			expirationDateTime: fc.oneof(word, fc.constant(soon)),
			customerProfile: fc.record({ name: word }),
			details: fc.record({ dealValue: fc.oneof(fc.double({ min: -1e15, max: 1e15 }), word), currency: word }),
		});
		fc.assert(
			fc.property(fields, (each) => {
				const { referral } = received({ id: 'r1', ...each });
				assert.doesNotMatch(spoken(referral, reader), /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
				const description = descriptionOf(referral, reader);
				assert.doesNotMatch(description, /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
				assert.ok(description.length < 250, description);
			}),
			{ seed: 31, numRuns: 2_000 },
		);
	});
});
