import assert from 'node:assert/strict';
import { Presenter } from '../../../src/referral/presenter.ts';
import { Random } from '../../../src/sample/invent/random.ts';
import { HandClock } from '../handClock.ts';
import { received } from '../received.ts';

const harmful = /[\r\n\t\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\p{Cs}]/u;

describe('whatever a referral has, in words', () => {
	const presenter = new Presenter({ locale: 'en', clock: new HandClock(0) });

	it('is on one line and turns no text around it', () => {
		const random = new Random(7);
		const parts = [
			'a',
			'Won',
			' ',
			'\n',
			'\r\n',
			'\t',
			'\u2028',
			'\u202e',
			'\u2066',
			'\u200f',
			'\ud800',
			'$(x)',
			'0',
		] as const;
		const odd = () => Array.from({ length: random.whole(0, 8) }, () => random.pick(parts)).join('');
		for (let round = 0; round < 2000; round++) {
			const { referral } = received({
				id: `r${odd()}`,
				name: odd(),
				status: odd(),
				substatus: odd(),
				customerProfile: {
					name: odd(),
					address: { city: odd(), state: odd(), region: odd(), country: odd() },
				},
				details: { dealValue: 5, currency: odd() },
				direction: odd(),
				createdDateTime: odd(),
			});
			const texts = [
				presenter.label(referral),
				presenter.description(referral),
				presenter.spoken(referral),
				presenter.standing(referral),
				presenter.category(referral),
				presenter.value(referral),
				presenter.expiry(referral),
				presenter.status(odd()),
				presenter.country(odd()),
				presenter.date(odd()),
				presenter.day(odd()),
				presenter.money(1, odd()),
				...presenter.tooltip(referral).flatMap(({ label, text }) => [label, text]),
			];
			for (const text of texts) assert.doesNotMatch(text, harmful);
		}
	});
});
