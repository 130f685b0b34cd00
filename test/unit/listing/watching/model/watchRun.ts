import assert from 'node:assert/strict';
import { otherKey } from '../../../../../src/listing/arranging/byStatus.ts';
import { Browsing } from '../../../../../src/listing/browsing.ts';
import { Emitter } from '../../../../../src/listing/emitter.ts';
import type { Exploration } from '../../../../../src/listing/exploration.ts';
import type { Feed } from '../../../../../src/listing/feed.ts';
import type { Connection, Session } from '../../../../../src/listing/session.ts';
import { Sessions } from '../../../../../src/listing/sessions.ts';
import { Watch } from '../../../../../src/listing/watching/watch.ts';
import { PartnerError } from '../../../../../src/partner/error.ts';
import { ReferralsClient } from '../../../../../src/partner/referralsClient.ts';
import type { Ask, Reply } from '../../../../../src/partner/send.ts';
import { ActiveQuery } from '../../../../../src/query/activeQuery.ts';
import { everything, type Query } from '../../../../../src/query/query.ts';
import { Random } from '../../../../../src/sample/invent/random.ts';
import { BusyTenant } from '../../../../partner-api/busyTenant.ts';
import { type Deal, deal } from '../../../../partner-api/TenantInHand.ts';
import { HandClock } from '../../../handClock.ts';
import { endpoint, replied } from '../../../partner/fakeSend.ts';
import { Begun, settle } from '../../model/expectations.ts';
import { HandPresence } from '../watched.ts';

/** What was done over all runs, to be told. */
export const counts = { looks: 0, asks: 0, late: 0, compared: 0, stops: 0 };

const [minute, hour] = [60_000, 3_600_000];
const morning = Date.UTC(2026, 2, 2, 8);
const known = ['New/Pending', 'New/Received', 'Active/Accepted', 'Closed/Won'] as const;
const pairs = [...known, 'Paused/OnHold'] as const;
const countries = ['DE', 'FR'] as const;
const queries: readonly [Query, ...Query[]] = [
	everything,
	{ ...everything, status: 'New' },
	{ ...everything, status: 'New', substatus: 'Pending' },
	{ ...everything, country: 'DE', sort: 'oldest' },
	{ ...everything, sort: 'lastUpdated' },
	{ ...everything, country: 'FR', sort: 'firstUpdated' },
];

/** A request that waits for its answer. */
interface Held {
	readonly ask: Ask;
	answer(reply: Promise<Reply> | Reply | PartnerError): void;
	/** What the service had when it was asked. */
	readonly before: Promise<Reply>;
}

/**
 * One run: things happen at the service while somebody loads, refreshes, searches, goes, comes, signs out and in, and a watch
 * looks. Whatever the order, nobody looks when they must not, and in the end what is shown is what there is.
 */
export class WatchRun {
	readonly #random: Random;
	readonly #trace: string[];
	readonly #clock = new HandClock(morning);
	readonly #tenant: BusyTenant;
	readonly #presence = new HandPresence();
	readonly #pauses = new Emitter<number>();
	readonly #sessions: Sessions;
	readonly #browsing: Browsing;
	readonly #watch: Watch;
	readonly #begun = new Begun();
	readonly #held: Held[] = [];
	readonly #faults: unknown[] = [];
	readonly #seen = new Set<Session>();
	readonly #created = new Map<string, string>();
	readonly #stops: AbortController[] = [];
	#pausedUntil = 0;
	#lastChange = morning;

	constructor(seed: number, trace: string[]) {
		const random = new Random(seed);
		this.#random = random;
		this.#trace = trace;
		const rows = Array.from({ length: random.whole(0, 16) }, (_, index) => {
			const time = new Date(morning - hour - index * minute).toISOString();
			return deal({ ...this.#facts(), createdDateTime: time, updatedDateTime: time });
		});
		for (const { id, createdDateTime } of rows) this.#created.set(id, createdDateTime);
		this.#tenant = new BusyTenant(rows, () => this.#clock.now() - 3 * minute, 3);
		this.#sessions = new Sessions(async () => this.#connect());
		const query = random.pick(queries);
		const memory = { read: async () => query, write: () => {} };
		this.#browsing = new Browsing(this.#sessions, new ActiveQuery(memory), () => this.#clock.now());
		this.#watch = new Watch(this.#browsing, {
			...{ clock: this.#clock, random: () => random.fraction(), presence: this.#presence },
			onDidPause: this.#pauses.event,
		});
		let before: number | undefined;
		this.#watch.onDidChange(() => {
			const { asOf, stopped } = this.#watch.freshness;
			if (asOf !== undefined && asOf !== before) counts.looks += 1;
			before = asOf;
			if (stopped) counts.stops += 1;
		});
	}

	async run(): Promise<void> {
		await this.#step(() => void this.#browsing.open());
		for (let step = this.#random.whole(15, 50); step > 0; step--) await this.#step(() => this.#act());
		await this.#drain();
		this.#compare();
		this.#watch.dispose();
		this.#browsing.dispose();
		this.#sessions.dispose();
		await settle();
		assert.equal(this.#clock.next, undefined, 'somebody waits for a time');
	}

	async #step(act: () => void): Promise<void> {
		act();
		for (let turns = 0; turns < 4; turns++) await settle();
		const [fault] = this.#faults;
		if (fault) throw fault;
		for (const { signal, store } of this.#seen)
			if (signal.aborted) assert.equal(store.size, 0, 'something is left');
		this.#checkShown();
	}

	#act(): void {
		const roll = this.#random.whole(0, 99);
		if (roll < 35) this.#release(this.#random.percent(88));
		else if (roll < 49) this.#happen();
		else if (roll < 62) this.#advance();
		else if (roll < 78) this.#load();
		else if (roll < 83) this.#refresh();
		else if (roll < 85) this.#search();
		else if (roll < 87) this.#signOut();
		else if (roll < 93) this.#goOrCome();
		else if (roll < 95) this.#pause();
		else if (roll < 97) this.#stops.pop()?.abort();
		else this.#watch.resume();
	}

	/** At the service. */
	#happen(): void {
		this.#lastChange = this.#clock.now();
		const { rows } = this.#tenant;
		const row = rows[this.#random.whole(0, rows.length - 1)];
		const roll = this.#random.whole(0, 99);
		this.#trace.push(`happens ${roll} ${row?.name}`);
		if (!row || roll < 35) {
			const { id, createdDateTime } = this.#tenant.add(this.#facts());
			this.#created.set(id, createdDateTime);
		} else if (roll < 90) this.#tenant.change(row, this.#facts());
		else this.#tenant.remove(row);
	}

	#advance(): void {
		const milliseconds = this.#random.pick([500, 3000, 21_000, 3 * minute, 6 * minute, 31 * minute]);
		this.#trace.push(`+${milliseconds}`);
		if (this.#random.percent(20)) this.#clock.sleep(milliseconds);
		else this.#clock.advance(milliseconds);
	}

	#load(): void {
		const { exploration } = this.#browsing;
		const partition = exploration?.partitions[this.#random.whole(0, exploration.partitions.length - 1)];
		const feed = partition && exploration?.feed(partition.key);
		if (!feed) return;
		const all = this.#random.percent(30);
		this.#trace.push(`load ${all ? 'all' : 'more'} of ${partition.key}`);
		const wishes = { stop: this.#stop(), ready: async () => {}, arrived: () => {} };
		this.#begun.add('load', all ? feed.loadAll(wishes) : feed.loadMore());
	}

	#refresh(): void {
		const refreshing = this.#browsing.exploration?.refreshing;
		if (!refreshing) return;
		const depth = this.#random.percent(80) ? 'shown' : 'first';
		const some = this.#random.percent(40) ? refreshing.feeds.slice(0, 1) : undefined;
		this.#trace.push(`refresh ${depth} ${some?.[0]?.partition.key}`);
		const wishes = { depth, stop: this.#stop() } as const;
		this.#begun.add('refresh', some ? refreshing.runOn(some, wishes) : refreshing.run(wishes));
	}

	#search(): void {
		const query = this.#random.pick(queries);
		this.#trace.push(`search ${JSON.stringify(query)}`);
		this.#browsing.search(query);
	}

	#signOut(): void {
		this.#trace.push('sign out, and in');
		this.#pausedUntil = 0;
		this.#sessions.end();
		this.#begun.add('open', this.#browsing.open());
	}

	#goOrCome(): void {
		if (this.#random.percent(40)) this.#presence.touched = this.#clock.now();
		else this.#presence.present = !this.#presence.present;
		this.#trace.push(`present ${this.#presence.present}, touched ${this.#presence.touched}`);
	}

	#pause(): void {
		this.#pausedUntil = this.#clock.now() + this.#random.pick([minute, hour]);
		this.#trace.push(`pause until ${this.#pausedUntil}`);
		this.#pauses.fire(this.#pausedUntil);
	}

	#release(kindly: boolean): void {
		const [held] = this.#held.splice(this.#random.whole(0, this.#held.length - 1), 1);
		if (!held) return;
		const { ask } = held;
		if (ask.signal.aborted) counts.late += 1;
		this.#trace.push(`answer ${kindly} ${shortOf(ask)}`);
		if (kindly)
			held.answer(this.#random.percent(70) ? held.before : this.#tenant.send({ ...ask, signal: untold }));
		else
			held.answer(
				this.#random.percent(30)
					? replied('{}', 429, { 'retry-after': '120' })
					: new PartnerError(this.#random.pick(['unreachable', 'serviceFailed', 'signedOut'] as const)),
			);
	}

	#connect(): Connection {
		let open = true;
		const client = new ReferralsClient((ask) => {
			this.#attempt(() => assert.ok(open, 'asked after the end'));
			return this.#hold(ask);
		}, endpoint);
		const close = async () => {
			open = false;
		};
		return { source: 'partnerCenter', client, close };
	}

	#hold(ask: Ask): Promise<Reply> {
		counts.asks += 1;
		this.#trace.push(`asked ${shortOf(ask)}`);
		if (isProbe(ask)) this.#attempt(() => this.#checkMayLook());
		const { promise, resolve, reject } = Promise.withResolvers<Reply>();
		const deaf = this.#random.percent(30);
		if (!deaf) ask.signal.addEventListener('abort', () => reject(ask.signal.reason), { once: true });
		const answer = (reply: Promise<Reply> | Reply | PartnerError) =>
			reply instanceof PartnerError ? reject(reply) : resolve(reply);
		this.#held.push({ ask, answer, before: this.#tenant.send({ ...ask, signal: untold }) });
		return promise;
	}

	#checkMayLook(): void {
		const { exploration } = this.#browsing;
		assert.ok(exploration && this.#presence.present, 'nobody is there');
		assert.ok(
			exploration.feeds.every(({ state }) => state !== 'loading'),
			'something loads',
		);
		assert.ok(!exploration.refreshing.active, 'somebody refreshes');
		assert.ok(this.#pausedUntil <= this.#clock.now(), 'the service asked for a pause');
		assert.equal(this.#watch.freshness.stopped, undefined);
		const others = this.#held.filter(({ ask }) => ask.background && !ask.signal.aborted && isLook(ask));
		assert.equal(others.length, 0, 'two looks at once');
	}

	/** Nothing is shown twice, and nothing that isn't asked for. */
	#checkShown(): void {
		const { exploration } = this.#browsing;
		if (!exploration) return;
		this.#seen.add(exploration.session);
		const rows = [...exploration.arrangement.values()].flatMap((branch) => branch.rows);
		assert.equal(new Set(rows.map(({ referral }) => referral.id)).size, rows.length, 'shown twice');
		const { country, status } = exploration.query;
		for (const { referral } of rows) {
			if (country) assert.equal(referral.customerProfile?.address?.country, country);
			if (status) assert.equal(referral.status, status);
		}
	}

	/** Everything is answered, nothing fails any more, and somebody stays until it was looked. */
	async #drain(): Promise<void> {
		this.#trace.push('drain');
		this.#presence.present = true;
		for (let turn = 0; turn < 400; turn++) {
			if (this.#held.length > 0) await this.#step(() => this.#release(true));
			else if (await this.#isDone()) break;
		}
		assert.deepEqual(this.#begun.open, [], 'waits for ever');
		const { asOf = 0 } = this.#watch.freshness;
		assert.ok(asOf > this.#lastChange, 'nobody looks any more');
	}

	async #isDone(): Promise<boolean> {
		const { exploration } = this.#browsing;
		const failed = exploration?.feeds.find(({ failure }) => failure);
		if (failed) await this.#step(() => this.#begun.add('retry', failed.retry()));
		else if (!exploration) await this.#step(() => this.#begun.add('open', this.#browsing.open()));
		else if (this.#watch.freshness.stopped) await this.#step(() => this.#watch.resume());
		else if ((this.#watch.freshness.asOf ?? 0) <= this.#lastChange)
			await this.#step(() => this.#clock.advance(11 * minute));
		else return true;
		return false;
	}

	/** As far as was loaded, what is shown is what there is; what was removed, nobody can see. */
	#compare(): void {
		const { exploration } = this.#browsing;
		assert.ok(exploration);
		const { tooMany, unsure } = this.#watch.freshness;
		assert.equal(unsure, false);
		for (const { key, rows } of exploration.arrangement.values())
			for (const { referral } of rows) {
				const row = this.#tenant.get(referral.id);
				if (row && !tooMany)
					assert.deepEqual([row.updatedDateTime, branchOf(row)], [referral.updatedDateTime, key]);
			}
		if (tooMany || !['newest', 'oldest'].includes(exploration.query.sort)) return;
		for (const { key, rows, partitions } of exploration.arrangement.values()) {
			if (partitions.length === 0) continue;
			const isIn = (row: Deal): boolean => this.#isLoaded(exploration, partitions, row);
			const shown = rows.flatMap(({ referral }) => this.#tenant.get(referral.id) ?? []).filter(isIn);
			const there: Deal[] = this.#tenant.rows.filter(
				(row) => branchOf(row) === key && asksFor(exploration.query, row) && isIn(row),
			);
			if (exploration.query.sort === 'oldest') there.reverse();
			counts.compared += there.length;
			assert.deepEqual(shown.map(textOf), there.map(textOf), key);
		}
	}

	#isLoaded({ feeds, query }: Exploration, partitions: readonly string[], row: Deal): boolean {
		return feeds.some((feed: Feed) => {
			if (!partitions.includes(feed.partition.key)) return false;
			if (feed.complete) return true;
			const end = this.#created.get([...feed.ids].at(-1) ?? '');
			if (end === undefined) return false;
			return query.sort === 'oldest' ? row.createdDateTime <= end : row.createdDateTime >= end;
		});
	}

	#facts(): Partial<Deal> {
		const [status = '', substatus = ''] = this.#random.pick(pairs).split('/');
		return {
			status,
			substatus,
			customerProfile: { name: 'Fabrikam', address: { country: this.#random.pick(countries) } },
		};
	}

	#stop(): AbortSignal {
		const stop = new AbortController();
		this.#stops.push(stop);
		return stop.signal;
	}

	#attempt(check: () => void): void {
		try {
			check();
		} catch (error) {
			this.#faults.push(error);
		}
	}
}

const untold = new AbortController().signal;

function isProbe({ url }: Ask): boolean {
	return url.includes('$select');
}

function isLook(ask: Ask): boolean {
	return isProbe(ask) || /\?\$orderby=updatedDateTime%20desc$/.test(ask.url);
}

function shortOf(ask: Ask): string {
	const query = decodeURIComponent(ask.url.split('?')[1] ?? '');
	return `${query.slice(0, 60)}${ask.signal.aborted ? ' too late' : ''}`;
}

function branchOf({ status, substatus }: Deal): string {
	const pair = `${status}/${substatus}`;
	return known.some((each) => each === pair) ? pair : otherKey;
}

function asksFor({ status, substatus, country }: Query, row: Deal): boolean {
	if (status !== undefined && row.status !== status) return false;
	if (substatus !== undefined && row.substatus !== substatus) return false;
	return country === undefined || row.customerProfile.address?.country === country;
}

function textOf({ id, updatedDateTime }: Deal): string {
	return `${id.slice(0, 8)} ${updatedDateTime}`;
}
