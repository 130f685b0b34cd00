import assert from 'node:assert/strict';
import { setTimeout as after } from 'node:timers/promises';
import { loadFirstPages } from '../../../src/listing/firstPages.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { FakeSend, pageOf } from '../partner/fakeSend.ts';
import { exploringOn, feedIn } from './exploring.ts';

const never = new AbortController().signal;

/** A service of which each group has two pages, or fails. */
function groups(query: Query = everything, fails: (substatus: string) => boolean = () => false) {
	const asked: string[] = [];
	const going = { now: 0, most: 0 };
	const fake = new FakeSend(async ({ url }) => {
		const [, substatus = ''] = /substatus eq '(\w+)'/.exec(decodeURIComponent(url)) ?? [];
		asked.push(substatus);
		going.most = Math.max(going.most, ++going.now);
		await after(2);
		going.now--;
		if (fails(substatus)) throw new PartnerError('unreachable');
		return pageOf([substatus], 'more');
	});
	return { ...exploringOn(fake.client, query), asked, going };
}

const all = ['Pending', 'Received', 'Accepted', 'Won', 'Lost', 'Declined', 'Expired'];

describe('first pages', () => {
	it('are loaded of every group, two at once, and no second ones', async () => {
		const { exploration, asked, going } = groups();
		await loadFirstPages(exploration, never);
		assert.deepEqual(asked, all);
		assert.equal(going.most, 2);
	});

	it('are those of what is searched for', async () => {
		const { exploration, asked } = groups({ ...everything, status: 'Closed' });
		await loadFirstPages(exploration, never);
		assert.deepEqual(asked, all.slice(3));
	});

	it('are not asked for twice where somebody has looked, or is looking', async () => {
		const { exploration, asked } = groups();
		await feedIn(exploration, 'New/Pending').loadMore();
		const looking = feedIn(exploration, 'Closed/Won').loadMore();
		await Promise.all([looking, loadFirstPages(exploration, never), loadFirstPages(exploration, never)]);
		assert.deepEqual(asked.toSorted(), all.toSorted());
	});

	it('are no more begun once one has failed, which its group says', async () => {
		const { exploration, asked } = groups(everything, (substatus) => substatus === 'Received');
		await loadFirstPages(exploration, never);
		assert.deepEqual(asked.slice(0, 2), ['Pending', 'Received']);
		assert.ok(asked.length <= 3, asked.join(' '));
		assert.equal(feedIn(exploration, 'New/Received').failure?.kind, 'unreachable');
		assert.equal(feedIn(exploration, 'Closed/Won').state, 'idle');
	});

	it('are loaded beside what failed before, which is left to whoever retries it', async () => {
		const { exploration, asked } = groups(everything, (substatus) => substatus === 'Pending');
		await feedIn(exploration, 'New/Pending').loadMore();
		await loadFirstPages(exploration, never);
		assert.deepEqual(asked, all);
	});

	it('are no more begun once told to stop; what is under way still comes', async () => {
		const { exploration, asked } = groups();
		const stop = new AbortController();
		const loading = loadFirstPages(exploration, stop.signal);
		stop.abort();
		await loading;
		assert.deepEqual(asked, ['Pending', 'Received']);
		assert.equal(feedIn(exploration, 'New/Received').state, 'ready');
	});

	it('end with the query', async () => {
		const { exploration, asked } = groups();
		const loading = loadFirstPages(exploration, never);
		exploration.end();
		await loading;
		await loadFirstPages(exploration, never);
		assert.ok(asked.length <= 2, asked.join(' '));
	});
});
