import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ListOptions, listUrl } from '../../../src/partner/listUrl.ts';

const collection = 'https://api.partner.microsoft.com/v1.0/engagements/referrals';

describe('the address of a first page', () => {
	const written = (options: ListOptions, query: string) =>
		it(query || '(no query)', () => assert.equal(listUrl(collection, options), collection + query));

	written({}, '');
	written({ filter: '', orderby: '' }, '');
	written({ top: 1, select: ['id', 'updatedDateTime'] }, '?$top=1&$select=id,updatedDateTime');
	written({ filter: undefined, orderby: undefined }, '');
	written({ filter: "status eq 'New'" }, "?$filter=status%20eq%20'New'");
	written({ orderby: 'createdDateTime desc' }, '?$orderby=createdDateTime%20desc');
	written({ filter: "a eq '1'", orderby: 'b asc' }, "?$filter=a%20eq%20'1'&$orderby=b%20asc");
	written({ filter: "a eq 'x+y&z=#%'" }, "?$filter=a%20eq%20'x%2By%26z%3D%23%25'");
	written({ filter: "a eq 'é🚀'" }, "?$filter=a%20eq%20'%C3%A9%F0%9F%9A%80'");
	written({ filter: "a eq '\ud800'" }, "?$filter=a%20eq%20'%EF%BF%BD'");

	it('holds any text so that a server reads it back', () => {
		const text = fc.string({ unit: 'grapheme', minLength: 1 });
		fc.assert(
			fc.property(text, text, (filter, orderby) => {
				const url = listUrl(collection, { filter, orderby });
				assert.match(url, /^[\x21-\x7e]+$/);
				const { searchParams } = new URL(url);
				assert.deepEqual(
					[...searchParams],
					[
						['$filter', filter],
						['$orderby', orderby],
					],
				);
			}),
			{ seed: 2, numRuns: 1_000 },
		);
	});
});
