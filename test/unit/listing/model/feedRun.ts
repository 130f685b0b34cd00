import assert from 'node:assert/strict';
import { wide } from '../../../../src/listing/arranging/partition.ts';
import { Exploration } from '../../../../src/listing/exploration.ts';
import type { Depth, Feed } from '../../../../src/listing/feed.ts';
import { LoadingAll } from '../../../../src/listing/loadingAll.ts';
import type { Difference } from '../../../../src/listing/refreshing.ts';
import { relatedFeed } from '../../../../src/listing/related.ts';
import { type Identity, Session } from '../../../../src/listing/session.ts';
import type { ReferralStore } from '../../../../src/listing/store.ts';
import { PartnerError } from '../../../../src/partner/error.ts';
import type { Reply } from '../../../../src/partner/send.ts';
import { everything, type Query } from '../../../../src/query/query.ts';
import { Random } from '../../../../src/sample/invent/random.ts';
import { endpoint, replied } from '../../partner/fakeSend.ts';
import { Begun, Pace, settle } from './expectations.ts';
import { type HeldAsk, HeldService } from './heldService.ts';
import { ModelFeed, type WayOn } from './modelFeed.ts';
import { branchesOf, differenceIn, type Places, wholeIn } from './modelPlaces.ts';
import { ModelStates } from './modelStates.ts';
import { overhearRefresh } from './overhearRefresh.ts';
import { Shown } from './shown.ts';
import { jsonOf, pageIn, type Row, replyOf, SmallTenant, updateIn } from './smallTenant.ts';

const account: Identity = { id: 'a', label: 'a' };
const queries: readonly [Query, ...Query[]] = [
	everything,
	everything,
	{ ...everything, status: 'New' },
	{ ...everything, status: 'New', substatus: 'Pending' },
];
const time = Date.UTC(2026, 2, 1);

/** What was done over all runs, to be told. */
export const counts = { asks: 0, answers: 0, failures: 0, refreshes: 0, ends: 0 };

/** One run: an exploration of a small tenant, in which things happen in a random order, beside the plain model of it. */
export class FeedRun {
	readonly #random: Random;
	readonly #trace: string[];
	readonly #service: HeldService;
	readonly #session: Session;
	readonly #exploration: Exploration;
	readonly #feeds: readonly Feed[];
	/** Of an open page, whose end is another than that of the exploration. */
	readonly #related: Feed;
	readonly #tab = new AbortController();
	readonly #models: ReadonlyMap<string, ModelFeed>;
	readonly #states = new ModelStates();
	readonly #shown: Shown;
	readonly #begun = new Begun();
	readonly #pace = new Pace();
	readonly #stops: AbortController[] = [];
	/** What has to end at once when it is cancelled. */
	readonly #prompt = new Map<AbortSignal, Promise<void>>();
	readonly #gates: (() => void)[] = [];
	readonly #faults: unknown[] = [];
	/** The difference that a refresh of everything under way finds. */
	#running: Promise<Difference> | undefined;
	#eventsAtEnd: number | undefined;
	/** What the store had when something ended for which there was an answer. */
	#atEnd: string | undefined;

	constructor(seed: number, trace: string[]) {
		this.#random = new Random(seed);
		this.#trace = trace;
		const tenant = new SmallTenant('r', this.#random, 8);
		this.#service = new HeldService(tenant, this.#random, (ask) => this.#hearAsk(ask));
		const { client } = this.#service;
		this.#session = new Session({ source: 'partnerCenter', account, client, close: async () => {} });
		this.#exploration = new Exploration(this.#session, this.#random.pick(queries), () => time);
		const keys = this.#random.some(this.#exploration.partitions, 1, 3).map(({ key }) => key);
		this.#feeds = keys.flatMap((key) => this.#exploration.feed(key) ?? []);
		this.#related = relatedFeed(this.#session, 'e1', {
			...{ signal: this.#tab.signal, now: () => time },
			changed: () => this.#attempt(() => assert.ok(!this.#ended('related'), 'told something after the end')),
		});
		this.#models = new Map([...keys, 'related'].map((key) => [key, new ModelFeed()]));
		this.#shown = new Shown(this.#exploration);
		trace.push(`${keys} of ${JSON.stringify(this.#exploration.query)}`);
	}

	async run(): Promise<void> {
		const quiet = overhearRefresh({
			begins: (feed, depth) => {
				counts.refreshes += 1;
				this.#modelOf(feed).beginRefresh(depth);
			},
			ends: (feed) => this.#modelOf(feed).endRefresh(),
		});
		try {
			for (let step = this.#random.whole(8, 24); step > 0; step--) await this.#step(() => this.#act());
			await this.#drain();
		} finally {
			quiet();
		}
	}

	async #step(act: () => Promise<void> | undefined): Promise<void> {
		await act();
		await settle();
		this.#pace.check();
		const [fault] = this.#faults;
		if (fault) throw fault;
		this.#check();
	}

	/** Whoever still waits gets an answer; then nobody waits any more. */
	async #drain(): Promise<void> {
		this.#trace.push('drain');
		for (let turn = 0; turn < 300 && (this.#service.held.length > 0 || this.#gates.length > 0); turn++)
			await this.#step(() => {
				const gate = this.#gates.shift();
				if (gate) gate();
				else this.#release(true);
				return undefined;
			});
		assert.deepEqual(this.#begun.open, [], 'waits for ever');
	}

	#act(): Promise<void> | undefined {
		const feed = this.#random.pick([this.#related, ...this.#feeds]);
		const roll = this.#random.whole(0, 99);
		if (roll < 38) this.#release(false);
		else if (roll < 48) this.#loadMore(feed);
		else if (roll < 57) this.#loadAll(feed);
		else if (roll < 61) this.#loadSeveral();
		else if (roll < 69) this.#refreshAll();
		else if (roll < 73) this.#refresh(feed);
		else if (roll < 79) return this.#cancel();
		else if (roll < 84) this.#retry(feed);
		else if (roll < 91) this.#service.tenant.change(this.#random);
		else if (roll < 95) this.#askById();
		else if (roll < 97) this.#gates.shift()?.();
		else return this.#end(this.#random.pick(['session', 'exploration', 'related']));
		return undefined;
	}

	#loadMore(feed: Feed): void {
		this.#note('more', feed);
		if (feed.state !== 'loading') this.#modelOf(feed).wish();
		this.#begun.add(`more of ${feed.partition.key}`, feed.loadMore());
	}

	#loadAll(feed: Feed): void {
		this.#note('all', feed);
		this.#modelOf(feed).wish();
		const ready = async () => {
			this.#pace.turn();
			if (this.#random.percent(20)) await this.#gate();
		};
		const stop = this.#stop();
		// Where a chain broke, it waits for a refresh, which may be somebody else's.
		const prompt = this.#modelOf(feed).chain.broken === undefined;
		const loaded = feed.loadAll({ stop, ready, arrived: () => {} });
		this.#begun.add(`all of ${feed.partition.key}`, loaded);
		if (prompt) this.#prompt.set(stop, loaded);
	}

	#loadSeveral(): void {
		this.#trace.push('several');
		for (const feed of this.#feeds) this.#modelOf(feed).wish();
		const loading = new LoadingAll(this.#feeds, {
			...{
				stop: this.#stop(),
				progressed: () => {},
				held: () => this.#pace.turn() + this.#session.store.size,
				ceiling: 4,
			},
			mayGoOn: async () => {
				await this.#gate();
				return this.#random.percent(70);
			},
		});
		this.#begun.add('several', loading.run());
	}

	/** Whoever waits for nobody but the service, or for others who do, ends at once. */
	async #cancel(): Promise<void> {
		const [stop] = this.#stops.splice(this.#random.whole(0, this.#stops.length - 1), 1);
		const work = stop && this.#prompt.get(stop.signal);
		this.#trace.push('cancel');
		stop?.abort();
		await settle();
		if (work && this.#gates.length === 0)
			assert.ok(!this.#begun.goesOn(work), 'goes on after it was cancelled');
	}

	#refresh(feed: Feed): void {
		this.#note('refresh', feed);
		this.#begun.add(`refresh ${feed.partition.key}`, feed.refresh(this.#depth(), this.#stop()));
	}

	#retry(feed: Feed): void {
		this.#note('retry', feed);
		const model = this.#modelOf(feed);
		const [failed, startsOver] = [
			feed.state === 'failed',
			model.failure === 'pageRejected' || model.chain.broken,
		];
		if (failed) model.wish();
		this.#begun.add(`retry ${feed.partition.key}`, feed.retry());
		if (!failed || this.#ended(feed === this.#related ? 'related' : 'exploration')) return;
		assert.equal(feed.state, 'loading', 'does nothing when it is to try again');
		if (startsOver) assert.ok(model.refresh, 'goes on where it was refused');
	}

	/** Whoever asks while it goes on has to be told the same. */
	#refreshAll(): void {
		const [depth, stop] = [this.#depth(), this.#stop()];
		this.#trace.push(`refresh all ${depth}`);
		const { refreshing, signal } = this.#exploration;
		const [before, running] = [this.#places, this.#running];
		if (!running) this.#states.told.clear();
		const run = refreshing.run({ depth, stop });
		this.#begun.add('refresh all', run);
		if (running) {
			const same = Promise.all([running, run]).then(([one, other]) => assert.equal(one, other));
			this.#begun.add('refresh all again', same);
			return;
		}
		this.#running = run;
		void run.then((found) => {
			this.#running = undefined;
			if (signal.aborted)
				return this.#attempt(() => assert.deepEqual(differenceIn(new Map(), new Map()), textOf(found)));
			const whole = depth === 'shown' && !stop.aborted && wholeIn(this.#exploration);
			const expected = differenceIn(before, this.#places, this.#states.told, whole);
			this.#attempt(() => assert.deepEqual(textOf(found), expected));
			this.#states.tidy(this.#held);
		});
	}

	#askById(): void {
		const id = this.#service.tenant.idOf(this.#random);
		this.#trace.push(`by id ${id}`);
		this.#begun.add(`by id ${id}`, this.#session.byId(id, this.#stop()), true);
	}

	/** At any moment, also while an answer is read that has come: what has been taken of it by then stays, and no more. */
	async #end(what: 'session' | 'exploration' | 'related'): Promise<void> {
		if (this.#ended(what)) return;
		counts.ends += 1;
		const ask = this.#release(true);
		for (let moments = this.#random.whole(0, 12); moments > 0; moments--) await undefined;
		this.#trace.push(`end of ${what}`);
		if (what !== 'related') this.#eventsAtEnd = this.#shown.events;
		if (what === 'session') this.#session.end();
		else if (what === 'exploration') this.#exploration.end();
		else this.#tab.abort();
		if (ask && this.#whose(ask) === what) this.#atEnd = textOfStore(this.#session.store);
	}

	#ended(what: 'session' | 'exploration' | 'related'): boolean {
		if (this.#session.signal.aborted) return true;
		return what === 'related' ? this.#tab.signal.aborted : this.#exploration.signal.aborted;
	}

	/** Of what the end would end a request. */
	#whose({ read }: HeldAsk): 'session' | 'exploration' | 'related' {
		if ('id' in read) return 'session';
		return read.part.engagement === '' ? 'exploration' : 'related';
	}

	/** Answers somebody who waits. @param kindly without a failure @returns whoever it was, if the answer is wanted */
	#release(kindly: boolean): HeldAsk | undefined {
		const ask = this.#service.take();
		if (!ask) return undefined;
		counts.answers += 1;
		const rows = this.#random.percent(50) ? ask.rows : this.#service.tenant.rows;
		const { read } = ask;
		this.#trace.push(`answer ${ask}`);
		if ('id' in read) ask.answer(this.#answerOf(read.id, ask, rows));
		else if (kindly || this.#random.percent(80)) ask.answer(this.#page(ask, rows, kindly));
		else ask.answer(this.#failure(ask));
		return ask.signal.aborted ? undefined : ask;
	}

	#answerOf(id: string, { signal }: HeldAsk, rows: readonly Row[]): Reply {
		const row = rows.find((each) => each.id === id);
		if (!signal.aborted && row) this.#states.put([row], true);
		if (!signal.aborted && !row) this.#states.drop(id);
		return row ? replied(jsonOf(row)) : replied({ error: { code: 'itemNotFound' } }, 404);
	}

	#page(ask: HeldAsk, rows: readonly Row[], kindly: boolean): Reply {
		const { read } = ask;
		const part = 'part' in read ? read.part : assert.fail();
		const page = pageIn(rows, part, this.#random.percent(10) ? 1 : 0);
		const token = page.next && `?$skiptoken=${page.next}`;
		const trouble = kindly || !token || this.#random.percent(90) ? undefined : this.#random.whole(0, 1);
		const repeated = Number.isFinite(part.after)
			? `?${ask.url.split('?')[1]}`
			: 'https://elsewhere.example/?a';
		const link = trouble === undefined ? token : trouble === 0 ? 'https://elsewhere.example/?a' : repeated;
		const broken = trouble === undefined ? undefined : link?.startsWith('?') ? 'chainBroken' : 'linkRefused';
		if (!ask.signal.aborted)
			this.#arrive(ask, page, { next: token && `${endpoint.collection}${token}`, broken });
		return replyOf(page, link);
	}

	#arrive(ask: HeldAsk, page: ReturnType<typeof pageIn>, wayOn: WayOn): void {
		if (wayOn.broken) this.#trace.push(wayOn.broken);
		this.#states.put(page.rows);
		this.#modelFor(ask).arrive(page, wayOn);
	}

	#failure(ask: HeldAsk): Reply | PartnerError {
		counts.failures += 1;
		const next = ask.url.includes('skiptoken');
		const [kind, failure] = this.#random.pick<readonly [string, Reply | PartnerError]>([
			['unreachable', new PartnerError('unreachable')],
			['throttled', replied('', 429, { 'retry-after': '300' })],
			['serviceFailed', replied('', 500)],
			[next ? 'pageRejected' : 'badRequest', replied('', 400)],
		]);
		this.#trace.push(kind);
		if (!ask.signal.aborted) this.#modelFor(ask).fail(kind);
		return failure;
	}

	#hearAsk(ask: HeldAsk): void {
		counts.asks += 1;
		const { read } = ask;
		this.#trace.push(`asked ${ask}`);
		this.#attempt(() => {
			assert.ok(!this.#session.signal.aborted, 'asked after the end of the session');
			if ('id' in read) return;
			assert.ok(!this.#ended(this.#whose(ask)), 'asked after the end');
			this.#modelFor(ask).ask(ask.url, ask.signal, !Number.isFinite(read.part.after));
		});
	}

	#check(): void {
		const { store, signal } = this.#session;
		if (signal.aborted) assert.equal(store.size, 0, 'something is left after the end');
		else this.#checkStore();
		if (!this.#ended('related')) this.#modelOf(this.#related).check(this.#related);
		if (this.#exploration.signal.aborted) this.#checkEnded();
		else this.#checkGoing();
	}

	#checkStore(): void {
		const { store } = this.#session;
		if (this.#atEnd !== undefined) {
			assert.equal(textOfStore(store), this.#atEnd, 'something was put after the end');
			this.#atEnd = undefined;
			this.#states.adopt(store);
		}
		this.#states.check(store);
	}

	#checkGoing(): void {
		for (const feed of this.#feeds) this.#modelOf(feed).check(feed);
		this.#checkBranches();
		this.#shown.check();
	}

	#checkEnded(): void {
		assert.equal(this.#shown.events, this.#eventsAtEnd, 'told something after the end');
		for (const { rows } of this.#exploration.arrangement.values()) assert.deepEqual(rows, []);
	}

	/** Everything is in exactly one branch, and counts are exact only when they are. */
	#checkBranches(): void {
		const found: string[] = [];
		const ended = (key: string) => this.#models.get(key)?.chain.complete === true;
		for (const { key, rows, complete, partitions, loaded } of this.#exploration.arrangement.values()) {
			for (const { referral } of rows) found.push(`${referral.id} in ${key}`);
			if (partitions.length === 0) continue;
			assert.equal(loaded, rows.length);
			assert.equal(complete, partitions.some(ended), `${key} is said to be ${complete ? '' : 'in'}complete`);
			this.#checkOrder(
				key,
				rows.map(({ referral }) => referral.createdDateTime ?? ''),
			);
		}
		const expected = [...this.#places]
			.filter(([, branch]) => branch)
			.map(([id, branch]) => `${id} in ${branch}`);
		assert.deepEqual(found.sort(), expected.sort());
	}

	/** Where the feed's own stand in order, which reading first pages only doesn't promise, all do. */
	#checkOrder(key: string, created: readonly string[]): void {
		const own = this.#models.get(key === 'other' ? wide : key)?.chain.ids ?? [];
		const numbers = own.map((id) => Number(id.slice(1)));
		if (numbers.some((number, index) => number > (numbers[index - 1] ?? number))) return;
		assert.deepEqual(created, created.toSorted().reverse());
	}

	get #places(): Places {
		const ids = this.#feeds.flatMap((feed) => this.#modelOf(feed).chain.ids);
		return branchesOf(ids, this.#states.rows, this.#exploration.query);
	}

	get #held(): ReadonlySet<string> {
		const feeds = this.#ended('related') ? this.#feeds : [...this.#feeds, this.#related];
		return new Set(feeds.flatMap((feed) => this.#modelOf(feed).held));
	}

	#modelOf({ partition }: Feed): ModelFeed {
		return this.#models.get(partition.key) ?? assert.fail(partition.key);
	}

	#modelFor({ read, url }: HeldAsk): ModelFeed {
		const { status, substatus, engagement } = 'part' in read ? read.part : assert.fail();
		const key = substatus === '' ? wide : `${status}/${substatus}`;
		return this.#models.get(engagement === '' ? key : 'related') ?? assert.fail(url);
	}

	#depth(): Depth {
		return this.#random.percent(75) ? 'shown' : 'first';
	}

	#stop(): AbortSignal {
		const stop = new AbortController();
		this.#stops.push(stop);
		return stop.signal;
	}

	#gate(): Promise<void> {
		return new Promise((open) => this.#gates.push(open));
	}

	#note(what: string, feed: Feed): void {
		this.#trace.push(`${what} ${feed.partition.key}`);
	}

	/** What goes wrong inside of what is tested would be taken for a failure of the service. */
	#attempt(check: () => void): void {
		try {
			check();
		} catch (error) {
			this.#faults.push(error);
		}
	}
}

function textOf({ added, changed, moved, gone }: Difference): string {
	return [added, changed, moved, gone].map((ids) => [...ids].sort().join(' ')).join(' | ');
}

function textOfStore(store: ReferralStore): string {
	return [...store.all()].map(({ referral }) => `${referral.id}.${updateIn(referral)}`).join(' ');
}
