import assert from 'node:assert/strict';
import type { Branch } from '../../../src/listing/arranging/arrangement.ts';
import { Exploration } from '../../../src/listing/exploration.ts';
import type { Feed } from '../../../src/listing/feed.ts';
import type { Lists } from '../../../src/listing/lists.ts';
import { type Identity, Session } from '../../../src/listing/session.ts';
import { ReferralStore } from '../../../src/listing/store.ts';
import type { ReferralsClient } from '../../../src/partner/referralsClient.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { now } from '../sample/sampleAsk.ts';

const never = new AbortController().signal;

/** A session that asks a client, which nobody has to close. */
export function sessionOn(client: ReferralsClient, account?: Identity): Session {
	return new Session({ source: 'partnerCenter', client, close: async () => {}, ...(account && { account }) });
}

/** Where feeds come by their pages, without a session or a query. */
export function listsOn(client: ReferralsClient, signal: AbortSignal = never): Lists {
	return {
		...{ under: {}, store: new ReferralStore(), signal, now: () => now.getTime() },
		first: (options, stop, asking) => client.list(options, stop, asking),
		next: (url, stop, page, asking) => client.next(url, stop, page, asking),
	};
}

/** What a client finds, and where it said that something changed. */
export function exploringOn(client: ReferralsClient, query: Query = everything) {
	const session = sessionOn(client);
	const exploration = new Exploration(session, query, () => now.getTime());
	const changes: string[] = [];
	exploration.onDidChange((change) => changes.push(change ? [...change].join(' ') : 'anywhere'));
	return { session, exploration, changes };
}

/** The feed of a partition that there must be. */
export function feedIn(exploration: Exploration, key: string): Feed {
	return exploration.feed(key) ?? assert.fail(key);
}

export async function loadWhole(feed: Feed): Promise<void> {
	do await feed.loadMore();
	while (!feed.complete);
}

export function branchIn({ arrangement }: Exploration, key: string): Branch {
	return arrangement.get(key) ?? assert.fail(key);
}

/** What is shown in a branch, in order. */
export function idsIn(exploration: Exploration, key: string): readonly string[] {
	return branchIn(exploration, key).rows.map(({ referral }) => referral.id);
}

/** What is shown of a branch as its count says it. */
export function countIn(exploration: Exploration, key: string): string {
	const { matching, complete, looked } = branchIn(exploration, key);
	return looked ? `${matching}${complete ? '' : '+'}` : 'nothing';
}
