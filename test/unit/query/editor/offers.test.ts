import assert from 'node:assert/strict';
import { meantBy, offersFor } from '../../../../src/query/editor/offers.ts';
import { queryFields } from '../../../../src/query/fields.ts';

const offersOf = (name: string, locale = 'en') => {
	const field = queryFields.find((each) => each.name === name);
	return field ? offersFor(field, locale) : assert.fail(name);
};

describe('the values that a list of a condition offers', () => {
	it('are all that there are, in their order', () => {
		assert.deepEqual(offersOf('status'), [{ value: 'New' }, { value: 'Active' }, { value: 'Closed' }]);
		assert.deepEqual(offersOf('text'), []);
	});

	it('are the codes that can be entered, by their names in the language of the editor', () => {
		for (const name of ['country', 'currency']) {
			const field = queryFields.find((each) => each.name === name);
			const offers = offersOf(name);
			assert.ok(offers.length > 100, name);
			for (const { value } of offers) assert.deepEqual(field?.read(value), { value });
		}
		assert.ok(offersOf('country', 'de').some((offer) => offer.value === 'PL' && offer.name === 'Polen'));
		assert.ok(!offersOf('country').some(({ value }) => ['UK', 'ZZ', 'DD'].includes(value)));
	});

	const means = (name: string, typed: string, value: string | undefined) =>
		it(`has “${typed}” mean ${value} of ${name}`, () =>
			assert.equal(meantBy(typed, offersOf(name))?.value, value));
	means('country', 'us', 'US');
	means('country', ' Poland ', 'PL');
	means('country', 'germ', 'DE');
	means('country', 'kingdom', 'GB');
	means('country', 'nowhere', undefined);
	means('country', ' ', undefined);
	means('currency', 'zlot', 'PLN');
	means('status', 'act', 'Active');
});
