import assert from 'node:assert/strict';
import type { Query } from '../../../../src/query/query.ts';
import { isOf, ofEverybody, ofSomebody } from '../../../../src/query/team/ofTeam.ts';

const filter: Query = { status: 'Active', country: 'US', text: 'contoso', sort: 'oldest' };

describe('what somebody works on', () => {
	it('is asked for beside all that was, and left again without losing any of it', () => {
		const mine = ofSomebody(filter, 'ada@contoso.com');
		assert.deepEqual(mine, { ...filter, teamEmail: 'ada@contoso.com' });
		assert.deepEqual(ofEverybody(mine), filter);
	});
	it('takes the place of what somebody else works on', () => {
		assert.equal(
			ofSomebody(ofSomebody(filter, 'bob@contoso.com'), 'ada@contoso.com').teamEmail,
			'ada@contoso.com',
		);
	});

	const shown = (name: string, query: Query, mail: string | undefined, expected: boolean) =>
		it(`is${expected ? '' : ' not'} shown ${name}`, () => assert.equal(isOf(query, mail), expected));
	shown('without a condition', filter, 'ada@contoso.com', false);
	shown('without anybody', filter, undefined, false);
	shown('in whatever case', ofSomebody(filter, 'Ada@Contoso.com'), 'ada@contoso.com', true);
	shown("at somebody else's", ofSomebody(filter, 'bob@contoso.com'), 'ada@contoso.com', false);
	shown('to somebody unknown', ofSomebody(filter, 'bob@contoso.com'), undefined, false);
});
