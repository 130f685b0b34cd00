import assert from 'node:assert/strict';
import { placeText } from '../../../src/referral/placeText.ts';
import { received } from '../received.ts';

describe('the place of a customer', () => {
	const place = (address: object) =>
		placeText(received({ id: 'r1', customerProfile: { address } }).referral, 'en');
	const made = (address: object, text: string) =>
		it(`${JSON.stringify(address)} is “${text}”`, () => assert.equal(place(address), text));

	made({ city: 'Redmond', state: 'WA', country: 'US' }, 'Redmond, WA, United States (US)');
	made({ city: 'S&#227;o Paulo', region: 'SP', country: 'BR' }, 'São Paulo, SP, Brazil (BR)');
	made({ city: 'Lyon', state: '\u200b', region: 'Rhône' }, 'Lyon, Rhône');
	made({ city: '\u200b\u2060', state: ' ', country: '\u202e' }, '');
	made({}, '');
});
