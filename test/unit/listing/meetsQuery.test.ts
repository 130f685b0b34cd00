import assert from 'node:assert/strict';
import { ListedReferral } from '../../../src/listing/arranging/listed.ts';
import { meetsQuery } from '../../../src/listing/meetsQuery.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { received } from '../received.ts';
import { now } from '../sample/sampleAsk.ts';

const day = 86_400_000;
const row = new ListedReferral(
	received({
		id: 'a',
		name: 'Cloud for Contoso',
		status: 'Active',
		substatus: 'Accepted',
		updatedDateTime: new Date(now.getTime() - 3 * day).toISOString(),
		customerProfile: { name: 'Contoso', address: { country: 'US' } },
		details: { dealValue: 50_000, currency: 'USD' },
		team: [{ email: 'ada@contoso.com' }],
	}),
	{ whole: false },
);

describe('whether a loaded referral is one that a saved query would show', () => {
	const verdict = (name: string, conditions: Partial<Query>, expected: boolean | undefined) =>
		it(`${name}: ${expected ?? 'nobody can tell'}`, () =>
			assert.equal(meetsQuery({ ...everything, ...conditions }, now.getTime())?.(row), expected));

	verdict('everything', {}, true);
	verdict('its status', { status: 'Active' }, true);
	verdict('another status', { status: 'New' }, false);
	verdict('somebody in its team', { teamEmail: 'ada@contoso.com' }, true);
	verdict('somebody else', { teamEmail: 'bob@contoso.com' }, false);
	verdict('its country', { country: 'US' }, true);
	verdict('what it does not say', { direction: 'Incoming' }, false);
	verdict('updated within a week', { updatedSince: '7d' }, true);
	verdict('updated within a day', { updatedSince: '1d' }, false);
	verdict('words in its name', { text: 'contoso' }, true);
	verdict('words that are not', { text: 'fabrikam' }, false);
	verdict('a value that it has', { valueAtLeast: 50_000, currency: 'USD' }, true);
	verdict('a value that it has not', { valueAtLeast: 50_001 }, false);
	verdict('OData', { advanced: "type eq 'Shared'" }, undefined);
	verdict('OData beside its status', { advanced: "type eq 'Shared'", status: 'New' }, undefined);
});
