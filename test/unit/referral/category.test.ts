import assert from 'node:assert/strict';
import { type Category, categoryOf } from '../../../src/referral/category.ts';
import { received } from '../received.ts';

describe('the category of a referral', () => {
	const filed = (type: unknown, qualification: unknown, inviter: unknown, category: Category) =>
		it(`${type}, ${qualification}, by ${inviter}: ${category}`, () => {
			const inviteContext = inviter === undefined ? undefined : { invitedBy: { organizationId: inviter } };
			const { referral } = received({ id: 'r1', type, qualification, inviteContext });
			assert.equal(categoryOf(referral), category);
		});

	for (const nobody of [null, undefined, '']) filed('Independent', 'Direct', nobody, 'marketplaceLead');
	filed('Independent', 'Direct', 'msft', 'marketplaceLead');
	filed('Independent', 'Direct', 'MSFT', 'marketplaceLead');
	filed('Independent', 'Direct', 'our-own', 'other');
	filed('Shared', 'Direct', 'msft', 'other');
	filed('Independent', 'SalesQualified', 'msft', 'qualifiedLead');
	filed('Independent', 'MarketingQualified', 'msft', 'qualifiedLead');
	filed('Independent', 'MarketingQualified', 'our-own', 'other');
	filed('Independent', 'MarketingQualified', null, 'other');
	for (const type of ['Independent', 'Shared'])
		for (const qualification of ['SalesQualified', 'None']) filed(type, qualification, 'our-own', 'coSell');
	filed('Shared', 'SalesQualified', 'msft', 'other');
	filed('Shared', 'None', 'msft', 'other');
	filed('Independent', 'None', 'msft', 'other');
	filed('Hybrid', 'SalesQualified', 'our-own', 'other');
	filed('Shared', 'AIQualified', 'our-own', 'other');
	filed(undefined, undefined, undefined, 'other');
	filed(7, {}, [], 'other');
});
