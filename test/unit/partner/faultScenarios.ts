import assert from 'node:assert/strict';
import { failureText } from '../../../src/editor/failureText.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import type { FaultName } from '../../partner-api/faults.ts';
import type { RecordedRequest } from '../../partner-api/recordedRequest.ts';
import { type Expectation, type Outcome, outcomeOf } from './faultOutcomes.ts';
import type { Explored, FaultyService } from './faultyService.ts';

const always = Number.POSITIVE_INFINITY;

/** The situations in which a fault can strike; each ends with somebody clicking until all is well again. */
export class FaultScenarios {
	/** How many rows were not where they should have been. */
	lost = 0;
	readonly #service: FaultyService;
	/** What the service has as long as nothing strikes: the ids on each page, its token, and all rows. */
	#pages: readonly (readonly string[])[] = [];
	#tokens: readonly string[] = [];
	#healthy: readonly string[] = [];

	constructor(service: FaultyService) {
		this.#service = service;
	}

	async learn(): Promise<void> {
		const explored = this.#service.explore();
		await walk(explored);
		const ids = idsIn(explored);
		this.#pages = [ids.slice(0, 100), ids.slice(100, 200), ids.slice(200)];
		this.#tokens = this.#service.api.requests.map(tokenIn);
		this.#healthy = jsonIn(explored);
		assert.deepEqual([explored.feed.complete, this.#tokens.length, ids.length], [true, 3, 201]);
	}

	/** Page by page, where a fault strikes one of them for some requests. */
	async onPage(
		name: FaultName,
		expectation: Expectation,
		page: number,
		times: 'once' | 'always',
	): Promise<void> {
		const explored = this.#service.explore();
		this.#failOn(page, name, times === 'always' ? always : 1);
		await walk(explored);
		const requests = this.#service.api.requests.filter(this.#forPage(page)).length;
		const most = times === 'always' ? expectation.attempts : Math.min(2, expectation.attempts);
		assert.ok(requests >= 1 && requests <= most, `${requests} requests, not ${most}`);
		this.#assertShown(explored, outcomeOf(expectation, this.#pages, page, times === 'always'));
		await this.#recovers(explored);
	}

	/** One fault, then another, then none, while somebody keeps clicking. */
	async inSequence(first: FaultName, second: FaultName, kinds: readonly string[]): Promise<void> {
		const explored = this.#service.explore();
		for (const name of [first, second]) this.#failOn(1, name, 1);
		await walk(explored);
		for (let clicks = 0; explored.feed.failure && clicks < 2; clicks++) {
			this.#assertFailure(explored.feed.failure, kinds);
			this.#count(idsIn(explored), this.#pages[0] ?? []);
			await tryAgain(explored, this.#service);
		}
		const { length } = this.#service.api.requests;
		assert.ok(length <= 3 + 2 * 3 + 2, `${length} requests`);
		await this.#recovers(explored);
	}

	/** What was there before a refresh stays when that fails, wherever it fails. */
	async onRefresh(name: FaultName, expectation: Expectation): Promise<void> {
		const explored = this.#service.explore();
		await walk(explored);
		this.#failOn(0, name, 1);
		await explored.feed.refresh();
		const expected = outcomeOf(expectation, this.#pages, 0, false);
		this.#count(idsIn(explored), expected.kinds.length > 0 ? this.#pages.flat() : expected.ids);
		if (explored.feed.failure) assert.equal(explored.shown.at(-1)?.kind, 'problem');
		await this.#recovers(explored);
	}

	/** A single referral, asked for by its id. */
	async onOne(name: FaultName, { one, attempts }: Expectation, times: 'once' | 'always'): Promise<void> {
		const { api, client } = this.#service;
		this.#service.settle();
		api.failNext(name, { times: times === 'always' ? always : 1 });
		const asked = client.byId(this.#pages[0]?.[0] ?? '', new AbortController().signal);
		const outcome = await asked.catch((error: unknown) => error);
		assert.ok(api.requests.length <= attempts, `${api.requests.length} requests`);
		if (one.length > 0 && (attempts === 1 || times === 'always')) this.#assertFailure(outcome, one);
		else assert.ok(!(outcome instanceof Error), `${outcome}`);
	}

	/** Nothing comes; whoever waits in vain refreshes, also in vain, leaves, and comes back. */
	async inSilence(name: FaultName, page: number): Promise<void> {
		const explored = this.#service.explore();
		const { api } = this.#service;
		for (let loaded = 0; loaded < page; loaded++) await explored.feed.loadMore();
		api.failNext(name, { times: 2 });
		const waiting = explored.feed.loadMore();
		await api.requested(page + 1);
		const refreshing = explored.feed.refresh();
		await api.requested(page + 2);
		this.#count(idsIn(explored), this.#pages.slice(0, page).flat());
		explored.exploration.end();
		await Promise.all([waiting, refreshing]);
		for (const request of api.requests.slice(page)) assert.equal(await request.ended, 'cut short');
		assert.equal(explored.feed.failure, undefined);
		await this.#recovers(this.#service.explore());
	}

	/** Requests for a page, however its token is escaped. */
	#forPage(page: number): (request: RecordedRequest) => boolean {
		return (request) => request.kind === 'list' && tokenIn(request) === this.#tokens[page];
	}

	#failOn(page: number, name: FaultName, times: number): void {
		this.#service.api.failNext(name, { times, when: this.#forPage(page) });
	}

	/** What a person sees is what was expected, told in words if it is a failure. */
	#assertShown({ shown, feed }: Explored, { ids, unreadable, kinds }: Outcome): void {
		const shownIds = shown.flatMap((row) => (row.kind === 'referral' ? [row.id] : []));
		this.#count(shownIds, ids);
		assert.deepEqual(shownIds, [...new Set(ids)]);
		assert.equal(feed.unreadable.length, unreadable);
		// One row says how many.
		assert.equal(shown.filter(({ kind }) => kind === 'unreadable').length, Math.min(unreadable, 1));
		const { state, failure, complete } = feed;
		assert.equal(complete, kinds.length === 0, `${state} ${failure?.message}`);
		if (complete) return;
		assert.equal(shown.at(-1)?.kind, 'problem');
		this.#assertFailure(failure, kinds);
	}

	#assertFailure(failure: unknown, kinds: readonly string[]): void {
		assert.ok(failure instanceof PartnerError, `${failure}`);
		this.#service.failures.push(failure);
		assert.ok(kinds.includes(failure.kind), `${failure.message}, not ${kinds}`);
		assert.match(failureText(failure).sentence, /\w/);
	}

	/** Once nothing strikes any more, one click is enough. */
	async #recovers(explored: Explored): Promise<void> {
		this.#service.api.clearFaults();
		await tryAgain(explored, this.#service);
		this.#count(jsonIn(explored), this.#healthy);
		assert.ok(explored.feed.complete, explored.feed.failure?.message);
		assert.deepEqual(jsonIn(explored), this.#healthy);
		assert.equal(explored.feed.unreadable.length, 0);
	}

	#count(rows: readonly string[], wanted: readonly string[]): void {
		const there = new Set(rows);
		this.lost += wanted.filter((row) => !there.has(row)).length;
	}
}

/** One click on Retry, or on Sign In or Refresh where that is the way; and on Load more as long as there is more. */
async function tryAgain(explored: Explored, service: FaultyService): Promise<void> {
	if (explored.feed.failure?.kind === 'signedOut') service.signIn();
	service.rest();
	await (explored.feed.failure ? explored.feed.retry() : explored.feed.refresh());
	await walk(explored);
}

async function walk({ feed }: Explored): Promise<void> {
	for (let page = 0; page < 6 && !feed.complete && !feed.failure; page++) await feed.loadMore();
}

function tokenIn({ url }: RecordedRequest): string {
	const [, token = ''] = /\$skiptoken=([^&#]*)/.exec(url) ?? [];
	return decodeURIComponent(token);
}

function idsIn({ rows }: Explored): string[] {
	return rows.map(({ referral }) => referral.id);
}

function jsonIn({ rows }: Explored): string[] {
	return rows.map(({ json }) => JSON.stringify(json));
}
