import assert from 'node:assert/strict';
import * as l10n from '@vscode/l10n';
import fc from 'fast-check';
import { Presenter } from '../../../src/referral/presenter.ts';
import { everyField } from '../../partner-api/everyField.ts';
import { HandClock } from '../handClock.ts';
import { received } from '../received.ts';
import { now, tenant } from '../sample/sampleAsk.ts';

const day = 24 * 60 * 60 * 1000;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const presenterIn = (locale: string, timeZone?: string) =>
	new Presenter({ locale, clock: new HandClock(now.getTime()), ...(timeZone && { timeZone }) });
const english = presenterIn('en');
const { referral } = received({
	...everyField,
	status: 'New',
	substatus: 'Pending',
	expirationDateTime: '2026-03-18T10:30:00Z',
});

describe('a presenter', () => {
	const says = (name: string, text: string, shown: string) =>
		it(`${name}: ${shown}`, () => assert.equal(plain(text), shown));

	says('label', english.label(referral), 'Field service for Fabrikam');
	says('description', english.description(referral), '$50,000 · expires in 3 days');
	says(
		'spoken',
		english.spoken(referral),
		'Field service for Fabrikam, Fabrikam Customer Inc, New, Pending, 50,000 US dollars, expires in 3 days',
	);
	says('category', english.category(referral), 'Referral');
	says('standing', english.standing(referral), 'New › Pending');
	says('value', english.value(referral), '$50,000');
	says('expiry', english.expiry(referral), 'expires in 3 days');
	says('no expiry', english.expiry(received({ id: 'r1' }).referral), '');
	says('status', english.status('Won'), 'Won');
	says('a status of the service alone', english.status('On\nhold'), 'On hold');
	says('a status from the prototype', english.status('toString'), 'toString');
	says('country', english.country('DE'), 'Germany (DE)');
	says('day', english.day('2026-03-18T00:00:00Z'), 'Mar 18, 2026');
	says('money', english.money(5, 'EUR'), '€5');
	says('count', english.count(12_345), '12,345');
	says(
		'brief',
		english.brief(referral, 'x:y').split('\n')[4] ?? '',
		'- Status: New › Pending, expires Mar 18, 2026, 10:30 AM UTC',
	);

	it('tells what there is to somebody who points at a referral', () => {
		assert.deepEqual(
			english.tooltip(referral).map(({ label, text }) => `${label}: ${plain(text)}`),
			[
				'Customer: Fabrikam Customer Inc',
				'Place: Redmond, WA, United States (US)',
				'Status: New › Pending',
				'Value and expiry: $50,000 · expires in 3 days',
				'Direction: Outgoing',
				'Invited by: Microsoft',
				'Created: Oct 1, 2026, 9:03 PM UTC',
				'Updated: Oct 20, 2026, 9:10 AM UTC',
			],
		);
		assert.deepEqual(english.tooltip(received({ id: 'r1' }).referral), []);
		const { referral: made } = received({ id: 'r1', createdDateTime: '2026-07-24T22:05:00Z' });
		assert.deepEqual(
			english.tooltip(made, 'Europe/Berlin').map(({ text }) => plain(text)),
			['Jul 25, 2026, 12:05 AM GMT+2'],
		);
	});

	describe('goes by the time zone', () => {
		const dated = (timeZone: string | undefined, text: string, shown: string) =>
			it(`${timeZone}: ${shown}`, () => assert.equal(plain(presenterIn('en', timeZone).date(text)), shown));
		dated(undefined, '2026-07-01T12:00:00Z', 'Jul 1, 2026, 12:00 PM UTC');
		dated('UTC', '2026-07-01T12:00:00Z', 'Jul 1, 2026, 12:00 PM UTC');
		dated('America/Los_Angeles', '2026-07-01T12:00:00Z', 'Jul 1, 2026, 5:00 AM PDT');
		dated('America/Los_Angeles', '2026-01-01T02:00:00Z', 'Dec 31, 2025, 6:00 PM PST');
		dated('Asia/Kolkata', 'soon', 'soon');
		it('but a day is that day everywhere', () => {
			const there = presenterIn('en', 'America/Los_Angeles');
			assert.equal(there.day('2026-03-18T00:00:00Z'), 'Mar 18, 2026');
			assert.equal(plain(there.day('2026-03-18T12:00:00Z')), 'Mar 18, 2026, 5:00 AM PDT');
		});
	});

	describe('goes by the language', () => {
		const written = (locale: string, known: string, value: string) =>
			it(`${locale}: ${value}`, () => {
				assert.equal(presenterIn(locale).locale, known);
				assert.equal(plain(presenterIn(locale).value(referral)), value);
			});
		written('en', 'en', '$50,000');
		written('de', 'de', '50.000 $');
		written('pt-br', 'pt-BR', 'US$ 50.000');
		written('zh-cn', 'zh-CN', 'US$50,000');
		// Whose languages are none to `Intl`, and which words there are: English ones.
		written('qps-ploc', 'en', '$50,000');
		written('qps_ploc', 'en', '$50,000');
		written('en-US@posix', 'en', '$50,000');
		written('', 'en', '$50,000');
	});

	it('makes its words when they are shown', () => {
		const known = presenterIn('de');
		l10n.config({ contents: { 'expires {0}': 'läuft {0} ab', New: 'Neu', Pending: 'Offen' } });
		try {
			assert.equal(known.expiry(referral), 'läuft in 3 Tagen ab');
			assert.equal(known.standing(referral), 'Neu › Offen');
		} finally {
			l10n.config({ contents: {} });
		}
		assert.equal(known.standing(referral), 'New › Pending');
	});

	it('knows when any words of a referral change, and that those of most never do', () => {
		const clock = new HandClock(now.getTime());
		const presenter = new Presenter({ locale: 'en', clock });
		const wordsOf = () => [
			...[presenter.label(referral), presenter.description(referral), presenter.spoken(referral)],
			...[presenter.expiry(referral), presenter.standing(referral), presenter.brief(referral, 'x:y')],
			...presenter.tooltip(referral).map(({ text }) => text),
		];
		for (let change = 0; change < 100; change++) {
			const [next = 0, before] = [presenter.nextChange(referral), wordsOf()];
			clock.advance(next - clock.now() - 1);
			assert.deepEqual(wordsOf(), before);
			clock.advance(1);
			assert.notDeepEqual(wordsOf(), before);
		}
		for (const status of ['Active', 'Closed', undefined])
			assert.equal(presenter.nextChange({ ...referral, status }), undefined);
	});

	it('says the same to whoever reads at the same time', () => {
		const clock = new HandClock(now.getTime());
		const presenter = new Presenter({ locale: 'en', clock });
		const { locale, now: then, timeZone } = presenter;
		assert.deepEqual([locale, then, timeZone], ['en', now.getTime(), undefined]);
		clock.advance(day);
		assert.equal(presenter.now, now.getTime() + day);
		assert.equal(presenter.expiry(referral), 'expires in 2 days');
	});

	it('writes a row of any referral in any language without traces of what it lacks', () => {
		const rows = tenant.referrals.map((json) => received(json).referral);
		fc.assert(
			fc.property(
				fc.constantFrom(...rows),
				fc.constantFrom('en', 'de', 'ja', 'ar', 'pt-br', 'qps-ploc'),
				(row, locale) => {
					const presenter = presenterIn(locale, 'Asia/Kolkata');
					const facts = presenter.tooltip(row).map(({ text }) => text);
					for (const text of [
						presenter.label(row),
						presenter.description(row),
						presenter.spoken(row),
						...facts,
					])
						assert.doesNotMatch(text, /undefined|null|NaN|\[object|[\p{Cc}]/u);
				},
			),
			{ seed: 63, numRuns: 1_000 },
		);
	});
});
