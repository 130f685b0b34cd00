import assert from 'node:assert/strict';
import fc from 'fast-check';
import { everything, isFiltered, type Query } from '../../src/referrals/query.ts';
import { queryText } from '../../src/referrals/queryText.ts';
import { queries } from './queries.ts';

describe('a query', () => {
	const said = (query: Partial<Query>, filtered: boolean, text: string) =>
		it(`${JSON.stringify(query)}: ${text || '(nothing)'}`, () => {
			assert.equal(isFiltered({ ...everything, ...query }), filtered);
			assert.equal(queryText({ ...everything, ...query }, 'en-US'), text);
		});

	said({}, false, '');
	said({ sort: 'oldest' }, false, 'oldest first');
	said({ status: 'New' }, true, 'New');
	said({ substatus: 'Won' }, true, 'Won');
	said({ status: 'Closed', substatus: 'Won' }, true, 'Closed › Won');
	said({ engagementId: 'e-1' }, true, 'engagement e-1');
	said({ teamEmail: 'a@b.c' }, true, 'team a@b.c');
	said({ updatedSince: '2026-10-24T08:05:00Z' }, true, 'updated since Oct 24, 2026, 8:05 AM UTC');
	said({ updatedSince: '2026-10-24T00:00:00Z' }, true, 'updated since Oct 24, 2026');
	said({ status: 'New', teamEmail: 'a@b.c', sort: 'oldest' }, true, 'New · team a@b.c · oldest first');

	it('says something whenever it is not everything', () => {
		fc.assert(
			fc.property(queries, (query) => {
				const text = queryText(query, 'en-US');
				assert.equal(text !== '', isFiltered(query) || query.sort === 'oldest');
				assert.doesNotMatch(text, /undefined|null|NaN|false/);
			}),
			{ seed: 15 },
		);
	});
});
