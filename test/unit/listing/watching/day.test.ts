import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { wide } from '../../../../src/listing/arranging/partition.ts';
import { Emitter } from '../../../../src/listing/emitter.ts';
import type { Exploration } from '../../../../src/listing/exploration.ts';
import type { Feed } from '../../../../src/listing/feed.ts';
import type { Watch } from '../../../../src/listing/watching/watch.ts';
import { endpointAt } from '../../../../src/partner/endpoint.ts';
import { openNetwork } from '../../../../src/partner/network/openNetwork.ts';
import { ReferralsClient } from '../../../../src/partner/referralsClient.ts';
import type { Send } from '../../../../src/partner/send.ts';
import { authorized } from '../../../../src/partner/sending/authorized.ts';
import { retrying } from '../../../../src/partner/sending/retrying.ts';
import { Scheduler } from '../../../../src/partner/sending/scheduler.ts';
import { everything, type Query } from '../../../../src/query/query.ts';
import { Random } from '../../../../src/sample/invent/random.ts';
import { BusyTenant } from '../../../partner-api/busyTenant.ts';
import type { PartnerApi } from '../../../partner-api/partnerApi.ts';
import { startPartnerApi } from '../../../partner-api/startPartnerApi.ts';
import { type Deal, deal } from '../../../partner-api/TenantInHand.ts';
import { HandClock } from '../../handClock.ts';
import { feedIn } from '../exploring.ts';
import { watching } from './watched.ts';

const [minute, hour] = [60_000, 3_600_000];
const morning = Date.UTC(2026, 2, 2, 8);
const size = 10_000;
const changes = 300;
/** The service's clock goes by another time than ours. */
const skew = -7 * minute;
const pairs = [
	...['New/Pending', 'New/Pending', 'New/Pending', 'New/Received', 'Active/Accepted', 'Active/Accepted'],
	...['Closed/Won', 'Closed/Lost', 'Closed/Expired', 'Paused/OnHold'],
] as const;
const countries = ['DE', 'FR'] as const;

const known = pairs.filter((pair) => pair !== 'Paused/OnHold').map((pair): string => pair);
const [bedtime, wakingUp] = [morning + 14 * hour, morning + 22 * hour];

/** The product's own client over HTTP, whose waits go by a clock in hand. */
class WaitingClient {
	readonly client: ReferralsClient;
	readonly close: () => Promise<void>;
	#pending = 0;
	#waiting = 0;
	readonly #clock: HandClock;

	constructor(api: PartnerApi, clock: HandClock, paused: (until: number) => void) {
		this.#clock = clock;
		const network = openNetwork({ log: () => {} });
		const wait = (milliseconds: number, signal: AbortSignal) => this.#wait(milliseconds, signal);
		const world = { wait, paused, now: () => clock.now(), log: () => {} };
		const scheduler = new Scheduler(world);
		const endpoint = endpointAt(api.endpoint);
		const send = authorized(retrying(scheduler.wrap(network.send), world), endpoint, async () => api.token);
		this.client = new ReferralsClient(this.#counted(send), endpoint);
		this.close = () => network.close();
	}

	/** Nobody waits for an answer any more; whoever waits for a time has it come. */
	async settled(): Promise<void> {
		for (let calm = 0; calm < 5; calm++) {
			if (this.#pending > 0) calm = 0;
			if (this.#pending > 0 && this.#waiting >= this.#pending)
				this.#clock.advance((this.#clock.next ?? 0) - this.#clock.now());
			await turn();
		}
	}

	#counted(send: Send): Send {
		return async (ask) => {
			this.#pending += 1;
			try {
				return await send(ask);
			} finally {
				this.#pending -= 1;
			}
		};
	}

	#wait(milliseconds: number, signal: AbortSignal): Promise<void> {
		this.#waiting += 1;
		return new Promise<void>((resolve, reject) => {
			const alarm = this.#clock.at(this.#clock.now() + milliseconds, resolve);
			signal.addEventListener('abort', () => {
				alarm.dispose();
				reject(signal.reason);
			});
		}).finally(() => {
			this.#waiting -= 1;
		});
	}
}

/** One day of somebody who leaves the view open. */
class Day {
	/** What the service was asked, of which some was not answered. */
	readonly counts = { looks: 0, probes: 0, pages: 0, refused: 0, rows: 0, stops: 0 };
	readonly #random: Random;
	readonly #query: Query;
	readonly #clock = new HandClock(morning);
	readonly #tenant: BusyTenant;
	readonly #removed = new Set<string>();
	/** Where what has come of a feed ends. */
	readonly #ends = new Map<Feed, string>();
	/** Other people's, while our machine sleeps. */
	#elsewhere: number | undefined;
	/** What was found to be wrong after a look, whose listener must not throw. */
	readonly #faults: unknown[] = [];
	/** Since the last look. */
	#changed = 0;

	constructor(seed: number, query: Query) {
		this.#random = new Random(seed);
		this.#query = query;
		const made = Array.from({ length: size }, (_, index) => {
			const created = morning - 2 * hour - index * 7 * minute;
			const updated = created + this.#random.whole(1000, (index + 1) * 6 * minute);
			const [createdDateTime, updatedDateTime] = [created, updated].map((time) =>
				new Date(time).toISOString(),
			);
			assert.ok(createdDateTime && updatedDateTime);
			return deal({ ...this.#facts(), createdDateTime, updatedDateTime });
		});
		this.#tenant = new BusyTenant(made, () => (this.#elsewhere ?? this.#clock.now()) + skew);
	}

	async run(): Promise<void> {
		const clock = this.#clock;
		await using api = await startPartnerApi({ send: this.#tenant.send, token: 'a-token' });
		const pauses = new Emitter<number>();
		const service = new WaitingClient(api, clock, (until) => pauses.fire(until));
		const wishes = { clock, pauses, query: this.#query, random: () => this.#random.fraction() };
		const { watch, exploration } = await watching(service.client, wishes);
		const more = (key: string) => this.#load(feedIn(exploration(), key));
		for (const key of ['New/Pending', 'Active/Accepted', 'Closed/Won', 'Closed/Expired', wide])
			await more(key);
		while (!feedIn(exploration(), 'New/Received').complete) await more('New/Received');
		await service.settled();
		this.#watch(watch, exploration(), api);

		const at = (hours: number, what: () => unknown) => ({ time: morning + hours * hour, what });
		const events = [
			at(2, () => api.failNext('status429RetryAfterMinute')),
			at(3, () => api.close()),
			at(3.2, () => api.start()),
			at(4, () => more('New/Pending')),
			at(5, () => api.failNext('status429RetryAfterHour')),
			at(8, () => more('Closed/Won')),
			at(9, () => api.close()),
			at(11, () => api.start()),
			at(11.1, () => {
				if (watch.freshness.stopped) this.counts.stops += 1;
				watch.resume();
			}),
			...Array.from({ length: changes }, () => at(this.#random.fraction() * 24, () => this.#change())),
		];
		for (const { time, what } of events.sort((one, other) => one.time - other.time)) {
			const asleep = time > bedtime && time < wakingUp;
			if (asleep) this.#elsewhere = time;
			else await this.#goTo(time, service);
			await what();
			await service.settled();
			if (this.#faults.length > 0) throw this.#faults[0];
		}
		await this.#goTo(morning + 25 * hour, service);
		if (this.#faults.length > 0) throw this.#faults[0];
		this.#compare(exploration());
		watch.dispose();
		await service.close();
	}

	/** Looks are made at their own times, and late once after a night. */
	async #goTo(time: number, service: WaitingClient): Promise<void> {
		const clock = this.#clock;
		if (this.#elsewhere !== undefined) clock.sleep(wakingUp - clock.now());
		this.#elsewhere = undefined;
		await service.settled();
		for (let next = clock.next; next !== undefined && next <= time; next = clock.next) {
			clock.advance(Math.max(0, next - clock.now()));
			await service.settled();
		}
		clock.advance(Math.max(0, time - clock.now()));
	}

	async #load(feed: Feed): Promise<void> {
		await feed.loadMore();
		const last = this.#tenant.get([...feed.ids].at(-1) ?? '');
		if (last) this.#ends.set(feed, this.#dateOf(last));
	}

	/** Compares after each look, and counts what it took. */
	#watch(watch: Watch, exploration: Exploration, { requests }: PartnerApi): void {
		let [asked, before] = [requests.length, watch.freshness.asOf];
		watch.onDidChange(() => {
			const { asOf } = watch.freshness;
			if (asOf === before) return;
			before = asOf;
			const answered = requests.slice(asked).filter(({ fault }) => fault === undefined);
			const probes = answered.filter(({ url }) => url.includes('$select'));
			// Whoever loads more meanwhile isn't looking.
			const pages = answered.filter(
				({ url }) => /updatedDateTime%20desc/.test(url) && !/filter|select/.test(url),
			);
			this.counts.looks += 1;
			this.counts.probes += probes.length;
			this.counts.pages += pages.length;
			this.counts.refused += requests.length - asked - answered.length;
			asked = requests.length;
			const budget = 1 + Math.ceil(this.#changed / 100) + 1;
			const took = probes.length + pages.length;
			// The first one also reads what had been changed before anything came.
			this.#attempt(() =>
				assert.ok(this.counts.looks === 1 || took <= budget, `${took} requests for ${this.#changed} changes`),
			);
			this.#changed = 0;
			this.#attempt(() => this.#compare(exploration));
		});
	}

	#attempt(check: () => void): void {
		try {
			check();
		} catch (error) {
			this.#faults.push(error);
		}
	}

	/** What is shown must be what the tenant has, as far as it was loaded; what was removed nobody can see. */
	#compare(exploration: Exploration): void {
		const { sort } = this.#query;
		const rows = sort === 'lastUpdated' ? this.#tenant.updated : this.#tenant.rows;
		const mine = Map.groupBy(
			rows.filter(({ customerProfile }) => this.#asksFor(customerProfile)),
			branchOf,
		);
		for (const { key, rows: shown, partitions } of exploration.arrangement.values()) {
			const feeds = partitions.flatMap(
				(partition) => exploration.feeds.find((each) => each.partition.key === partition) ?? [],
			);
			const reaches = (row: Deal) => feeds.some((feed) => this.#reaches(feed, row));
			const there = shown.flatMap(({ referral }) => this.#tenant.get(referral.id) ?? []);
			const expected = (mine.get(key) ?? []).filter(reaches);
			assert.deepEqual(there.filter(reaches).map(textOf), expected.map(textOf));
			this.counts.rows += expected.length;
			// Beyond, only what was shown elsewhere before stands, and as it is now.
			for (const { referral } of shown) {
				const row = this.#tenant.get(referral.id);
				if (!row) assert.ok(this.#removed.has(referral.id), referral.id);
				else assert.deepEqual([branchOf(row), row.updatedDateTime], [key, referral.updatedDateTime]);
			}
		}
	}

	#reaches(feed: Feed, row: Deal): boolean {
		if (feed.complete) return true;
		const end = this.#ends.get(feed);
		return end !== undefined && this.#dateOf(row) >= end;
	}

	#dateOf({ createdDateTime, updatedDateTime }: Deal): string {
		return this.#query.sort === 'lastUpdated' ? updatedDateTime : createdDateTime;
	}

	#asksFor({ address }: Deal['customerProfile']): boolean {
		const { country } = this.#query;
		return country === undefined || address?.country === country;
	}

	#facts(): Partial<Deal> {
		const [status = '', substatus = ''] = this.#random.pick(pairs).split('/');
		const customerProfile = { name: 'Fabrikam', address: { country: this.#random.pick(countries) } };
		return { status, substatus, customerProfile };
	}

	/** Something happens in Partner Center, mostly to what is young. */
	#change(): void {
		this.#changed += 1;
		const { rows } = this.#tenant;
		const row =
			rows[this.#random.whole(0, this.#random.percent(50) ? 300 : rows.length - 1)] ?? assert.fail();
		const roll = this.#random.whole(0, 99);
		if (roll < 25) this.#tenant.add(this.#facts());
		else if (roll < 65) this.#tenant.change(row, this.#facts());
		else if (roll < 92) this.#tenant.change(row, { details: { dealValue: roll * 1000, currency: 'EUR' } });
		else {
			this.#tenant.remove(row);
			this.#removed.add(row.id);
		}
	}
}

function branchOf({ status, substatus }: Deal): string {
	const pair = `${status}/${substatus}`;
	return known.includes(pair) ? pair : 'other';
}

function textOf({ id, updatedDateTime }: Deal): string {
	return `${id} ${updatedDateTime}`;
}

describe('a day with the view open', function () {
	this.timeout(120_000);
	const follows = (name: string, seed: number, query: Query) =>
		it(name, async () => {
			const day = new Day(seed, query);
			await day.run();
			const { looks, probes, pages, refused, rows, stops } = day.counts;
			console.log(
				`      ${looks} looks at ${size} referrals with ${changes} changes: ${probes} small requests and ${pages} pages, ${refused} refused, ${stops} stop; ${rows} rows compared`,
			);
			assert.ok(looks > 50 && stops === 1);
		});

	follows('shows what the tenant has after each look, in the order of creation', 1, everything);
	follows('and in the order of updates, of one country', 2, {
		...everything,
		country: 'DE',
		sort: 'lastUpdated',
	});
});
