import assert from 'node:assert/strict';
import { engagementOf } from '../../../../src/referral/sides/engagement.ts';

describe('the engagement of a referral', () => {
	const is = (engagementId: string | undefined, engagement: string | undefined) =>
		it(`with ${JSON.stringify(engagementId)} is ${engagement ?? 'none'}`, () => {
			assert.equal(engagementOf({ engagementId }), engagement);
		});

	is('AB-1', 'ab-1');
	is(' ab-1 ', 'ab-1');
	is('', undefined);
	is(' ', undefined);
	is('00000000-0000-0000-0000-000000000000', undefined);
	is(undefined, undefined);
});
