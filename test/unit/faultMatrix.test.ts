import assert from 'node:assert/strict';
import { PartnerError } from '../../src/partner/partnerError.ts';
import type { Explorer } from '../../src/referrals/explorer.ts';
import type { Group } from '../../src/referrals/group.ts';
import type { Listing } from '../../src/referrals/listing.ts';
import { failureText } from '../../src/views/failureText.ts';
import { rowsBelow } from '../../src/views/row.ts';
import { type FaultName, faults } from '../partner-api/faults.ts';
import type { RecordedRequest } from '../partner-api/recordedRequest.ts';
import { expectations } from './faultExpectations.ts';
import { type Expectation, type Outcome, outcomeOf } from './faultOutcomes.ts';
import { FaultyService } from './faultyService.ts';

const table: Readonly<Record<string, Expectation>> = expectations;
const names = Object.keys(faults).filter(isFault);
/** Those that can be combined with any other. */
const plain = names.filter((name) => !table[name]?.hangs && !table[name]?.heavy);

describe('the fault matrix', () => {
	const service = new FaultyService();
	const tally = { tried: 0, survived: 0, lost: 0 };
	const unhandled: unknown[] = [];
	const note = (reason: unknown) => unhandled.push(reason);
	/** What the service has, page by page, as long as nothing strikes. */
	let pages: readonly (readonly string[])[];
	let tokens: readonly string[];
	let healthy: readonly string[];

	before(async () => {
		process.on('unhandledRejection', note);
		await service.start();
		const { listing } = service.explore();
		await walk(listing);
		healthy = jsonIn(listing);
		const ids = idsIn(listing);
		pages = [ids.slice(0, 100), ids.slice(100, 200), ids.slice(200)];
		tokens = service.api.requests.map(tokenIn);
		assert.deepEqual([listing.complete, tokens.length, pages[2]?.length], [true, 3, 1]);
	});
	after(async () => {
		await service.stop();
		process.off('unhandledRejection', note);
	});

	/** Requests for the page with this index, however its token is escaped. */
	const forPage = (index: number) => (request: RecordedRequest) =>
		request.kind === 'list' && tokenIn(request) === tokens[index];

	const requestsFor = (index: number) => service.api.requests.filter(forPage(index)).length;

	function count(rows: readonly string[], wanted: readonly string[]): void {
		const there = new Set(rows);
		tally.lost += wanted.filter((row) => !there.has(row)).length;
	}

	/** What a person sees is what was expected, told in words if it is a failure. */
	function assertShown(explorer: Explorer, group: Group, expected: Outcome): void {
		const shown = rowsBelow(group, explorer);
		const ids = shown.map((row) => (row.kind === 'referral' ? row.received.referral.id : []));
		count(ids.flat(), expected.ids);
		assert.deepEqual(ids.flat(), [...new Set(expected.ids)]);
		assert.equal(shown.filter(({ kind }) => kind === 'unreadable').length, expected.unreadable);
		const { state, failure, complete } = explorer.listing(group);
		assert.equal(complete, expected.kinds.length === 0, `${state} ${failure?.message}`);
		if (complete) return;
		assert.equal(shown.at(-1)?.kind, 'problem');
		assertFailure(failure, expected.kinds);
	}

	function assertFailure(failure: unknown, kinds: readonly string[]): void {
		assert.ok(failure instanceof PartnerError, `${failure}`);
		service.failures.push(failure);
		assert.ok(kinds.includes(failure.kind), `${failure.message}, not ${kinds}`);
		assert.match(failureText(failure).sentence, /\w/);
	}

	/** One click on Retry, or on Sign In where that is the way out. */
	async function tryAgain(listing: Listing): Promise<void> {
		if (listing.failure?.kind === 'signedOut') service.signIn();
		await (listing.failure ? listing.retry() : listing.refresh());
		await walk(listing);
	}

	function assertHealthy(listing: Listing): void {
		count(jsonIn(listing), healthy);
		assert.ok(listing.complete, listing.failure?.message);
		assert.deepEqual(jsonIn(listing), healthy);
		assert.equal(listing.unreadable.length, 0);
	}

	async function struck(name: FaultName, page: number, always: boolean): Promise<void> {
		const expectation = expectationOf(name);
		const { explorer, group, listing } = service.explore();
		service.api.failNext(name, { times: always ? Number.POSITIVE_INFINITY : 1, when: forPage(page) });
		await walk(listing);
		const requests = requestsFor(page);
		const most = always ? expectation.attempts : Math.min(2, expectation.attempts);
		assert.ok(requests >= 1 && requests <= most, `${requests} requests, not ${most}`);
		assertShown(explorer, group, outcomeOf(expectation, pages, page, always));
		service.api.clearFaults();
		await tryAgain(listing);
		assertHealthy(listing);
	}

	/** One fault, then another, then none, while somebody keeps clicking on Retry. */
	async function inSequence(name: FaultName, next: FaultName): Promise<void> {
		const { listing } = service.explore();
		for (const each of [name, next]) service.api.failNext(each, { when: forPage(1) });
		await walk(listing);
		for (let clicks = 0; clicks < 3; clicks++) {
			if (listing.failure) assertFailure(listing.failure, [...kindsOf(name), ...kindsOf(next)]);
			count(idsIn(listing), pages[0] ?? []);
			await tryAgain(listing);
		}
		assertHealthy(listing);
		assert.ok(service.api.requests.length <= 4 * 3 + 2, `${service.api.requests.length} requests`);
	}

	/** What was there before a refresh stays when that fails, wherever it fails. */
	async function refreshing(name: FaultName): Promise<void> {
		const expectation = expectationOf(name);
		const { explorer, group, listing } = service.explore();
		await walk(listing);
		service.api.failNext(name, { when: forPage(0) });
		await listing.refresh();
		const expected = outcomeOf(expectation, pages, 0, false);
		const ids = expected.kinds.length > 0 ? pages.flat() : expected.ids;
		count(idsIn(listing), ids);
		if (listing.failure) assert.equal(rowsBelow(group, explorer).at(-1)?.kind, 'problem');
		await tryAgain(listing);
		assertHealthy(listing);
	}

	async function single(name: FaultName, always: boolean): Promise<void> {
		const { one, attempts } = expectationOf(name);
		service.settle();
		service.api.failNext(name, { times: always ? Number.POSITIVE_INFINITY : 1 });
		const asked = service.client.byId(pages[0]?.[0] ?? '', new AbortController().signal);
		const outcome = await asked.catch((error: unknown) => error);
		assert.ok(service.api.requests.length <= attempts);
		if (one.length > 0 && (attempts === 1 || always)) assertFailure(outcome, one);
		else assert.ok(!(outcome instanceof Error), `${outcome}`);
	}

	/** Who waits in vain refreshes, or leaves. */
	async function hanging(name: FaultName, page: number): Promise<void> {
		const { explorer, listing } = service.explore();
		for (let loaded = 0; loaded < page; loaded++) await listing.loadMore();
		service.api.failNext(name, { times: 2 });
		const waiting = listing.loadMore();
		await service.api.requested(page + 1);
		count(idsIn(listing), pages.slice(0, page).flat());
		const refreshing = listing.refresh();
		await service.api.requested(page + 2);
		explorer.dispose();
		await Promise.all([waiting, refreshing]);
		for (const request of service.api.requests.slice(page)) assert.equal(await request.ended, 'cut short');
		assert.equal(listing.failure, undefined);
		const again = service.explore();
		await walk(again.listing);
		assertHealthy(again.listing);
	}

	async function survives(name: FaultName): Promise<void> {
		const expectation = expectationOf(name);
		if (expectation.hangs) {
			for (const page of [0, 1]) await hanging(name, page);
			return;
		}
		await struck(name, 1, false);
		if (expectation.heavy) return;
		await struck(name, 0, false);
		for (const page of [0, 1]) await struck(name, page, true);
		await refreshing(name);
		for (const always of [false, true]) await single(name, always);
		await inSequence(name, partnerOf(name));
	}

	for (const name of names)
		it(name, async () => {
			tally.tried += 1;
			await survives(name);
			tally.survived += 1;
		});

	it('loses no row and leaks no token', async () => {
		service.settle();
		const leaked = service.leaks();
		console.log(
			`faults tried ${tally.tried}, survived ${tally.survived}, rows lost ${tally.lost}, tokens leaked ${leaked.length}`,
		);
		assert.deepEqual(
			{ ...tally, leaked },
			{ tried: names.length, survived: names.length, lost: 0, leaked: [] },
		);
	});
	it('asks for nothing but referrals, and each time under an id of its own', () => {
		assert.deepEqual(service.trespasses(), []);
		assert.deepEqual(service.repeatedIds(), []);
	});
	it('tells the log nothing of queries and customers', () => {
		assert.deepEqual(service.indiscretions(), []);
	});
	it('waits as long as it is asked to, but no longer than a minute', () => {
		assert.ok(service.waits.includes(57_000));
		assert.deepEqual(
			service.waits.filter((wait) => !(wait >= 0 && wait <= 60_000)),
			[],
		);
	});
	it('leaves no rejection unhandled', () => {
		assert.deepEqual(unhandled, []);
	});
});

function isFault(name: string): name is FaultName {
	return Object.hasOwn(faults, name);
}

function expectationOf(name: FaultName): Expectation {
	const expectation = table[name];
	if (!expectation) throw new Error(`Nobody says what becomes of ${name}.`);
	return expectation;
}

/** Another kind of fault, far away in the table. */
function partnerOf(name: FaultName): FaultName {
	return plain[(plain.indexOf(name) + 67) % plain.length] ?? name;
}

function kindsOf(name: FaultName): string[] {
	const { kinds, further, leadsTo, onPage2 } = expectationOf(name);
	return [...kinds, ...further, leadsTo, ...(onPage2 ? [onPage2.leadsTo] : [])];
}

async function walk(listing: Listing): Promise<void> {
	for (let page = 0; page < 6 && !listing.complete && !(page > 0 && listing.failure); page++)
		await listing.loadMore();
}

function tokenIn({ url }: RecordedRequest): string {
	const [, token = ''] = /\$skiptoken=([^&#]*)/.exec(url) ?? [];
	return decodeURIComponent(token);
}

function idsIn({ rows }: Listing): string[] {
	return rows.map(({ referral }) => referral.id);
}

function jsonIn({ rows }: Listing): string[] {
	return rows.map(({ json }) => JSON.stringify(json));
}
