import assert from 'node:assert/strict';
import { ListedReferral } from '../../../src/listing/arranging/listed.ts';
import { fitsQuery } from '../../../src/listing/fitsQuery.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { received } from '../received.ts';
import { now } from '../sample/sampleAsk.ts';

const time = now.getTime(); // 2026-03-15T10:30:00Z

describe('the newest state of a referral', () => {
	const judged = (fits: boolean) => (asked: Partial<Query>, json: object) =>
		it(`${JSON.stringify(json)} ${fits ? 'fits' : "doesn't fit"} ${JSON.stringify(asked)}`, () => {
			const row = new ListedReferral(received({ id: 'r', ...json }), { whole: true });
			assert.equal(fitsQuery({ ...everything, ...asked }, time)(row), fits);
		});
	const fits = judged(true);
	const leaves = judged(false);

	fits({}, {});
	fits({ status: 'New' }, { status: 'new' });
	fits({ status: 'New' }, {});
	leaves({ status: 'New' }, { status: 'Closed' });
	leaves({ status: 'New', substatus: 'Pending' }, { status: 'New', substatus: 'Received' });
	leaves({ status: 'New', qualification: 'Direct' }, { status: 'New', qualification: 'SalesQualified' });
	leaves({ engagementId: 'e-1' }, { engagementId: 'e-2' });
	fits({ engagementId: 'E-1' }, { engagementId: 'e-1' });
	leaves({ direction: 'Incoming' }, { direction: 'Outgoing' });
	leaves({ type: 'Shared' }, { type: 'Independent' });
	fits({ country: 'DE' }, { customerProfile: { address: { country: 'de' } } });
	leaves({ country: 'DE' }, { customerProfile: { address: { country: 'FR' } } });
	fits({ country: 'DE' }, { customerProfile: null });
	fits({ status: ['New', 'Active'] }, { status: 'active' });
	leaves({ status: ['New', 'Active'] }, { status: 'Closed' });
	leaves({ status: ['New', 'Active'] }, {});
	fits({ status: { not: ['Closed'] } }, { status: 'Paused' });
	fits({ status: { not: ['Closed'] } }, {});
	leaves({ status: { not: ['Closed'] } }, { status: 'Closed' });
	leaves({ substatus: { not: ['Won'] } }, { status: 'Closed', substatus: 'won' });
	fits({ country: { not: ['DE'] } }, { customerProfile: { address: { country: 'DE' } } });
	fits({ updatedSince: '1d' }, { updatedDateTime: '2026-03-14T10:30:00Z' });
	leaves({ updatedSince: '1d' }, { updatedDateTime: '2026-03-14T10:29:59.999Z' });
	fits({ updatedSince: '1d' }, { updatedDateTime: 'recently' });
	fits({ updatedBefore: '1d' }, { updatedDateTime: '2026-03-14T10:29:59Z' });
	leaves({ updatedBefore: '1d' }, { updatedDateTime: '2026-03-14T10:30:01Z' });
	fits({ advanced: "name eq 'x'", teamEmail: 'a@b.example' }, { name: 'y' });
	fits({ text: 'x', currency: 'USD' }, { name: 'y' });

	it('that came under a query for several statuses is judged by them, since all are asked for at once', () => {
		const query: Query = { ...everything, status: ['New', 'Active'] };
		const fits = fitsQuery(query, time);
		for (const [status, isIn] of [
			['Closed', false],
			['Active', true],
		] as const)
			assert.equal(
				fits(new ListedReferral(received({ id: 'r', status }), { whole: false, list: query })),
				isIn,
			);
	});

	it('that came under the query fits it, whatever it says', () => {
		const query: Query = { ...everything, status: 'New' };
		const closed = received({ id: 'r', status: 'Closed' });
		assert.ok(fitsQuery(query, time)(new ListedReferral(closed, { whole: false, list: query })));
		assert.ok(!fitsQuery(query, time)(new ListedReferral(closed, { whole: false, list: { ...query } })));
	});
});
