import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fieldLabel } from '../../../src/referral/fieldLabel.ts';
import { inWords } from '../../../src/referral/inWords.ts';

describe('a wire name in words', () => {
	const said = (name: string, words: string) =>
		it(`${name}: ${words}`, () => assert.equal(inWords(name), words));

	said('status', 'Status');
	said('closingDateTime', 'Closing');
	said('createdDateTime', 'Created');
	said('addressLine1', 'Address line 1');
	said('postalCode', 'Postal code');
	said('organizationId', 'Organization id');
	said('isMatchingComplete', 'Is matching complete');
	said('microsoftMsxId', 'Microsoft msx id');
	said('URLOfThing', 'Url of thing');
	said('dateTime', 'Date time');
	said('Duns', 'Duns');
	said('a 1', 'A 1');
	said('constructor', 'Constructor');
	said('', '');

	it('loses no letter', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'abzABZ019_-. ') }), (name) => {
				const squeezed = (text: string) => text.toLowerCase().replaceAll(' ', '');
				const words = inWords(name);
				assert.equal(squeezed(words), squeezed(name));
				assert.equal(words.toLowerCase(), words.charAt(0).toLowerCase() + words.slice(1));
			}),
			{ seed: 32 },
		);
	});
});

describe('the label of a field', () => {
	const called = (path: string, label: string) =>
		it(`${path}: ${label}`, () => assert.equal(fieldLabel(path.split('.')), label));

	called('name', 'Deal name');
	called('id', 'Referral id');
	called('eTag', 'ETag');
	called('details.notes', 'Notes');
	called('details.dealValue', 'Estimated value');
	called('customerProfile.name', 'Customer');
	called('customerProfile.address.city', 'City');
	called('customerProfile.ids.Duns', 'Duns');
	called('consent.consentToToShareInfoWithOthers', 'Information may be shared with others');
	called('inviteContext.invitedBy.organizationName', 'Invited by');
	called('links.self.uri', 'Self uri');
	called('links.relatedReferrals.method', 'Related referrals method');
	called('trackingInfo.id', 'Tracking info id');
	called('futureField', 'Future field');
	called('type', 'Type');
	called('toString', 'To string');
	called('__proto__', '__proto__');
	called('constructor.name', 'Constructor name');

	it('is never empty, so that every value is called something', () => {
		assert.notEqual(fieldLabel(['']), '');
		assert.notEqual(fieldLabel(['details', '']), '');
		assert.notEqual(fieldLabel(['details', ' ']), '');
	});
});
