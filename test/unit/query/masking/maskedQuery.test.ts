import assert from 'node:assert/strict';
import type { FieldName } from '../../../../src/query/field.ts';
import { queryFields } from '../../../../src/query/fields.ts';
import { isMasked, isSecret, maskedQuery } from '../../../../src/query/masking/maskedQuery.ts';
import { everything, type Query } from '../../../../src/query/query.ts';
import { queryText } from '../../../../src/query/text.ts';
import { mask } from '../../referral/mask/masking.ts';

/** A query with every condition that there is. */
const full: Query = {
	...{ status: 'New', substatus: ['Pending', 'Received'], engagementId: 'Fabrikam engagement' },
	...{ updatedSince: '30d', updatedBefore: '2026-10-24', teamEmail: 'ada@fabrikam.com' },
	...{ qualification: 'Direct', direction: 'Incoming', type: { not: ['Shared'] }, country: ['DE', 'LI'] },
	...{ advanced: "name eq 'Fabrikam'", text: { not: ['Fabrikam', 'Contoso'] }, valueAtLeast: 4711 },
	...{ valueAtMost: 4712, currency: 'USD', expiresWithin: '7d', product: 'Fabrikam kit' },
	...{ solutionArea: ['Fabrikam area'], sort: 'newest' },
};

describe('a masked query', () => {
	it('is the query where nothing is masked', () => assert.equal(maskedQuery(full, undefined), full));
	it('says which conditions there are, and not what they look for', () => {
		const masked = maskedQuery(full, mask());
		assert.deepEqual(Object.keys(masked).sort(), Object.keys(full).sort());
		assert.doesNotMatch(JSON.stringify(masked), /fabrikam|contoso|\bada\b|"(?:DE|LI)"/i);
		assert.doesNotMatch(queryText(masked, 'en'), /fabrikam|contoso|ada|Germany/i);
		assert.match(queryText(masked, 'en'), /New › .*team person1@masked\.example.*Country 1 or Country 2/);
	});
	it('says no values where those are hidden', () => {
		assert.equal(maskedQuery(full, mask()).valueAtLeast, 4711);
		assert.doesNotMatch(JSON.stringify(maskedQuery(full, mask(true))), /471/);
	});
	it('keeps an engagement that is told by a GUID', () => {
		const query: Query = { ...everything, engagementId: '65edc0b5-3485-41b7-a17e-dfa9ef4706e2' };
		assert.deepEqual(maskedQuery(query, mask()), query);
	});

	/** Nobody can say anything of anybody by these. */
	const plain: readonly FieldName[] = [
		...([
			'status',
			'substatus',
			'updatedSince',
			'updatedBefore',
			'qualification',
			'direction',
			'type',
		] as const),
		...(['valueAtLeast', 'valueAtMost', 'currency', 'expiresWithin'] as const),
	];
	for (const { name } of queryFields)
		it(`${plain.includes(name) ? 'shows' : 'hides'} ${name}`, () => {
			assert.equal(isMasked(full, name, mask()), !plain.includes(name));
			const alone: Query = { ...everything, [name]: full[name] };
			assert.equal(isSecret(alone, mask()), !plain.includes(name));
			assert.equal(isSecret(alone, undefined), false);
		});
});
