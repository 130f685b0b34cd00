import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moneyText } from '../../../src/referral/money.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
	const written = (
		value: number,
		currency: string | undefined,
		locale: string,
		text: string,
		style?: 'name',
	) =>
		it(`${value} ${currency} ${locale}: ${text}`, () =>
			assert.equal(plain(moneyText(value, currency, locale, style)), text));

	written(50_000, 'USD', 'en-US', '$50,000');
	written(50_000, 'usd', 'en-US', '$50,000');
	written(50_000, 'USD', 'en-GB', 'US$50,000');
	written(50_000, 'EUR', 'de-DE', '50.000 €');
	written(1234.5, 'USD', 'en-US', '$1,234.50');
	written(125_000.5, 'CHF', 'de-DE', '125.000,50 CHF');
	written(0, 'EUR', 'en-US', '€0');
	written(-5, 'EUR', 'en-US', '-€5');
	written(1e15, 'JPY', 'en-US', '¥1,000,000,000,000,000');
	written(1234.567, 'KWD', 'en-US', 'KWD 1,234.567');
	written(0.1 + 0.2, 'USD', 'en-US', '$0.30');
	written(0.005, 'USD', 'en-US', '$0.005');
	written(1500, 'ZZZ', 'en-US', 'ZZZ 1,500');
	written(1500, undefined, 'en-US', '1,500');
	written(1500, '', 'en-US', '1,500');
	written(1500.25, undefined, 'en-US', '1,500.25');
	written(1500, 'Dollars', 'en-US', '1,500 Dollars');
	written(1500, 'US$', 'en-US', '1,500 US$');
	written(1500, '__proto__', 'en-US', '1,500 __proto__');
	written(50_000, 'USD', 'en-US', '50,000 US dollars', 'name');
	written(1, 'USD', 'en-US', '1 US dollar', 'name');
	written(1500, 'ZZZ', 'en-US', '1,500 ZZZ', 'name');

	it('is written whatever the service sends, and names value and currency', () => {
		const currency = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'ABUSDabc'), maxLength: 4 }));
		const cents = fc.integer({ min: -1e12, max: 1e12 }).map((count) => count / 100);
		fc.assert(
			fc.property(cents, currency, (value, name) => {
				const text = moneyText(value, name, 'en-US');
				assert.doesNotMatch(text, /undefined|null|NaN/);
				const digits = text.replace(name, '').replace(/[^\d.]/g, '');
				if (!/[\d.]/.test(name)) assert.equal(Number(digits), Math.abs(value));
			}),
			{ seed: 23, numRuns: 2_000 },
		);
	});
});
