import assert from 'node:assert/strict';
import { countryText } from '../../../src/referral/countryText.ts';

describe('a country', () => {
	const said = (code: string, locale: string, text: string) =>
		it(`${code} in ${locale}: ${text}`, () => assert.equal(countryText(code, locale), text));
	said('US', 'en', 'United States (US)');
	said('us', 'en', 'United States (us)');
	said('DE', 'de', 'Deutschland (DE)');
	said('QX', 'en', 'QX');
	said('USA', 'en', 'USA');
	said('Ruritania', 'en', 'Ruritania');
	said('', 'en', '');
	said('__', 'en', '__');
});
