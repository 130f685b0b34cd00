import assert from 'node:assert/strict';
import { exportEntries } from '../../../../src/export/entries.ts';
import { exportSource } from '../../../../src/export/source.ts';
import { Browsing } from '../../../../src/listing/browsing.ts';
import type { Exploration } from '../../../../src/listing/exploration.ts';
import type { Connection, Session } from '../../../../src/listing/session.ts';
import { type SessionState, Sessions } from '../../../../src/listing/sessions.ts';
import { PartnerError } from '../../../../src/partner/error.ts';
import { isJsonObject } from '../../../../src/partner/json.ts';
import type { Reply } from '../../../../src/partner/send.ts';
import { SessionEnded } from '../../../../src/partner/sessionEnded.ts';
import { ActiveQuery } from '../../../../src/query/activeQuery.ts';
import { everything, type Query } from '../../../../src/query/query.ts';
import { Random } from '../../../../src/sample/invent/random.ts';
import { replied } from '../../partner/fakeSend.ts';
import { Begun, Pace, settle } from './expectations.ts';
import { type HeldAsk, HeldService } from './heldService.ts';
import { Shown } from './shown.ts';
import { jsonOf, pageIn, replyOf, SmallTenant } from './smallTenant.ts';

/** What was done over all runs, to be told. */
export const counts = { sessions: 0, asks: 0, exports: 0, late: 0 };

const queries: readonly [Query, ...Query[]] = [
	everything,
	{ ...everything, status: 'New' },
	{ ...everything, status: 'New', substatus: 'Pending' },
];
const time = Date.UTC(2026, 2, 1);
const names = ['a', 'b', 'c'] as const;
type Name = (typeof names)[number];

/** One that was made, with the account that it is for. */
interface Made {
	readonly name: Name;
	readonly service: HeldService;
	open: boolean;
}

/** Somebody who waits for something else than an answer of the service. */
type Waiting = (kindly: boolean) => void;

/**
 * One run: people sign in, out and elsewhere, search, load, refresh, export and follow links in a random order. What each
 * account has begins with its name, so that it is seen wherever it is not to be.
 */
export class SessionRun {
	readonly #random: Random;
	readonly #trace: string[];
	readonly #tenants: Readonly<Record<Name, SmallTenant>>;
	readonly #expired = new Set<Name>();
	readonly #made: Made[] = [];
	readonly #waiting: Waiting[] = [];
	readonly #sessions: Sessions;
	readonly #browsing: Browsing;
	readonly #begun = new Begun();
	readonly #pace = new Pace();
	readonly #stops: AbortController[] = [];
	readonly #faults: unknown[] = [];
	/** All that were ever seen, since somebody may have held on to them. */
	readonly #explorations = new Set<Exploration>();
	/** Of them, those that were shown. */
	readonly #browsed = new Set<Exploration>();
	/** What somebody shows who listens. */
	#heard: Exploration | undefined;
	#heardState: SessionState = 'closed';
	#shown: Shown | undefined;
	#remembered: Query;
	#signedIn: Name | undefined;

	constructor(seed: number, trace: string[]) {
		const random = new Random(seed);
		this.#random = random;
		this.#trace = trace;
		const tenantOf = (name: Name) => new SmallTenant(name, random, 5);
		this.#tenants = { a: tenantOf('a'), b: tenantOf('b'), c: tenantOf('c') };
		this.#signedIn = random.percent(80) ? 'a' : undefined;
		this.#remembered = random.pick(queries);
		this.#sessions = new Sessions(() => this.#connect());
		const memory = {
			read: () => this.#later(() => this.#remembered),
			write: (query: Query) => {
				this.#remembered = query;
			},
		};
		this.#browsing = new Browsing(this.#sessions, new ActiveQuery(memory), () => time);
		this.#browsing.onDidChange(() => this.#hear());
	}

	async run(): Promise<void> {
		// Most find at once what the window was left with, and who is signed in.
		if (this.#random.percent(80))
			for (const act of [() => this.#look(), ...[1, 2].map(() => () => this.#waiting.shift()?.(true))])
				await this.#step(act);
		for (let step = this.#random.whole(12, 32); step > 0; step--) await this.#step(() => this.#act());
		this.#trace.push('drain');
		for (let turn = 0; turn < 300 && this.#anybodyWaits; turn++) await this.#step(() => this.#release(true));
		assert.deepEqual(this.#begun.open, [], 'waits for ever');
		this.#browsing.dispose();
		this.#sessions.dispose();
		await settle();
		assert.deepEqual(this.#connected, []);
	}

	async #step(act: () => void): Promise<void> {
		act();
		await settle();
		this.#pace.check();
		const [fault] = this.#faults;
		if (fault) throw fault;
		this.#check();
	}

	#act(): void {
		const roll = this.#random.whole(0, 99);
		if (roll < 38) this.#release(false);
		else if (roll < 43) this.#look();
		else if (roll < 60) this.#load();
		else if (roll < 65) this.#refresh();
		else if (roll < 70) this.#search();
		else if (roll < 75) this.#changeAccount();
		else if (roll < 79) this.#expire();
		else if (roll < 86) this.#followLink();
		else if (roll < 90) this.#export();
		else if (roll < 94) this.#stops.splice(this.#random.whole(0, this.#stops.length - 1), 1)[0]?.abort();
		else this.#tenants[this.#random.pick(names)].change(this.#random);
	}

	/** The view is opened, or a command is run that needs a session. */
	#look(): void {
		const kind = this.#random.pick(['open', 'opened', 'session alone'] as const);
		this.#trace.push(kind);
		if (kind === 'open') this.#begun.add(kind, this.#browsing.open());
		else if (kind === 'opened') this.#begun.add(kind, this.#opened(), true);
		else this.#begun.add(kind, this.#sessions.open());
	}

	async #opened(): Promise<Exploration> {
		const exploration = await this.#browsing.opened();
		this.#attempt(() => assert.ok(exploration));
		return exploration;
	}

	/** Also in what was held on to too long. */
	#load(): void {
		const exploration = this.#anyExploration();
		const partition = exploration?.partitions[this.#random.whole(0, exploration.partitions.length - 1)];
		const feed = partition && exploration?.feed(partition.key);
		if (!feed) return;
		const all = this.#random.percent(40);
		this.#trace.push(`load ${all ? 'all' : 'more'} of ${partition.key}`);
		const wishes = { stop: this.#stop(), ready: async () => void this.#pace.turn(), arrived: () => {} };
		this.#begun.add('load', all ? feed.loadAll(wishes) : feed.loadMore());
	}

	#refresh(): void {
		const exploration = this.#anyExploration();
		if (!exploration) return;
		this.#trace.push('refresh');
		const { session, refreshing } = exploration;
		const run = async () => {
			const { added, changed, moved, gone } = await refreshing.run({ depth: 'shown', stop: this.#stop() });
			const ids = [...added, ...changed, ...moved, ...gone];
			this.#attempt(() => {
				assertOf(session, ids);
				if (session.signal.aborted) assert.deepEqual(ids, [], 'a difference after the end');
			});
		};
		this.#begun.add('refresh', run());
	}

	#search(): void {
		const query = this.#random.pick(queries);
		this.#trace.push(`search ${JSON.stringify(query)}`);
		this.#browsing.search(query);
	}

	/** Signing in and out, here or elsewhere; the editor tells of it. */
	#changeAccount(): void {
		const name = this.#random.pick<Name | undefined>([...names, undefined]);
		this.#trace.push(`sign in as ${name}`);
		this.#signedIn = name;
		this.#sessions.end();
	}

	/** The same person signs in again when the tree asks for it. */
	#expire(): void {
		const name = this.#browsing.exploration?.session.account?.id;
		const known = names.find((each) => each === name);
		if (!known) return;
		if (!this.#expired.delete(known)) {
			this.#expired.add(known);
			this.#trace.push(`${known} expires`);
			return;
		}
		this.#trace.push(`${known} signs in again`);
		this.#begun.add('signed in again', this.#browsing.signedInAgain());
	}

	/** Of somebody's referral, also while it connects. */
	#followLink(): void {
		const id = this.#tenants[this.#random.pick(names)].idOf(this.#random);
		this.#trace.push(`link to ${id}`);
		this.#begun.add(`link to ${id}`, this.#open(id), true);
	}

	async #open(id: string): Promise<void> {
		const session = await this.#sessions.opened();
		try {
			const row = await session.byId(id, this.#stop());
			this.#attempt(() => {
				assertOf(session, [row.referral.id]);
				assert.ok(!session.signal.aborted, 'an answer after the end');
			});
		} catch (error) {
			this.#attempt(() =>
				assert.ok(!session.signal.aborted || error instanceof SessionEnded, `${error} after the end`),
			);
		}
	}

	#export(): void {
		const exploration = this.#anyExploration();
		if (!exploration) return;
		counts.exports += 1;
		this.#trace.push('export');
		this.#begun.add('export', this.#exportFrom(exploration));
	}

	async #exportFrom(shown: Exploration): Promise<void> {
		const source = exportSource(shown, this.#random.pick(['everything', 'query'] as const), () => time);
		this.#explorations.add(source.exploration);
		const wishes = { stop: this.#stop(), ready: async () => void this.#pace.turn(), arrived: () => {} };
		for (const feed of source.feeds) await feed.loadAll(wishes);
		const ids = exportEntries(source).map(({ json }) => idIn(json));
		const ended = source.exploration.signal.aborted;
		source.dispose();
		this.#attempt(() => {
			assertOf(shown.session, ids);
			assert.equal(new Set(ids).size, ids.length, 'exported twice');
			if (ended) assert.deepEqual(ids, [], 'exported after the end');
		});
	}

	/** Something that somebody waits for happens. @param kindly without a failure */
	#release(kindly: boolean): void {
		if (this.#waiting.length > 0 && this.#random.percent(50)) {
			const [first] = this.#waiting.splice(this.#random.whole(0, this.#waiting.length - 1), 1);
			first?.(kindly);
			return;
		}
		const asked = this.#made.filter(({ service }) => service.held.length > 0);
		const made = asked[this.#random.whole(0, asked.length - 1)];
		const ask = made?.service.take();
		if (!made || !ask) return;
		if (ask.signal.aborted) counts.late += 1;
		this.#trace.push(`answer ${ask}`);
		if (kindly || this.#random.percent(88)) ask.answer(this.#answer(ask, made));
		else ask.answer(new PartnerError('unreachable'));
	}

	#answer({ read, rows }: HeldAsk, { name }: Made): Reply {
		if (this.#expired.has(name)) return replied('', 401);
		if ('part' in read) {
			const page = pageIn(rows, read.part, 0);
			return replyOf(page, page.next && `?$skiptoken=${page.next}`);
		}
		const row = rows.find(({ id }) => id === read.id);
		return row ? replied(jsonOf(row)) : replied({ error: { code: 'itemNotFound' } }, 404);
	}

	/** Finds who is signed in when it looks, and tells of it later. */
	async #connect(): Promise<Connection | undefined> {
		const name = this.#signedIn;
		this.#trace.push(`connect as ${name}`);
		const fails = await this.#later((kindly) => !kindly && this.#random.percent(15));
		if (fails) throw new PartnerError('signInFailed');
		if (name === undefined) return undefined;
		counts.sessions += 1;
		const service = new HeldService(this.#tenants[name], this.#random, (ask) => this.#hearAsk(made, ask));
		const made: Made = { name, service, open: true };
		this.#made.push(made);
		const close = async () => {
			made.open = false;
		};
		return { source: 'partnerCenter', account: { id: name, label: name }, client: service.client, close };
	}

	#later<T>(value: (kindly: boolean) => T): Promise<T> {
		return new Promise((resolve) => this.#waiting.push((kindly) => resolve(value(kindly))));
	}

	#hearAsk({ name, open }: Made, ask: HeldAsk): void {
		counts.asks += 1;
		this.#trace.push(`asked ${name}: ${ask}`);
		this.#attempt(() => {
			assert.ok(open, 'asked by a connection that was closed');
			assert.equal(this.#sessions.current?.account?.id, name, 'asked by another account');
		});
	}

	/** As the view does, which looks anew at what it is told of. */
	#hear(): void {
		const { exploration } = this.#browsing;
		this.#heardState = this.#sessions.state;
		if (exploration === this.#heard) return;
		this.#heard = exploration;
		if (!exploration || this.#browsed.has(exploration)) return;
		this.#explorations.add(exploration);
		this.#browsed.add(exploration);
		exploration.onDidChange(() =>
			this.#attempt(() => assert.ok(!exploration.signal.aborted, 'told something after the end')),
		);
		this.#shown = new Shown(exploration);
	}

	#check(): void {
		const { exploration, query, sessions } = this.#browsing;
		assert.equal(this.#heard, exploration, 'another exploration, and nobody said so');
		assert.equal(this.#heardState, sessions.state, 'another state, and nobody said so');
		const open = sessions.current ? [sessions.current.account?.id] : [];
		assert.deepEqual(this.#connected, open, 'connections that nobody closes');
		if (sessions.current?.account) assert.equal(sessions.current.account.id, this.#signedIn);
		if (exploration) {
			assert.equal(exploration.session, sessions.current);
			assert.equal(exploration.query, query.value, 'another query than the active one');
			assert.ok(!exploration.signal.aborted);
			this.#shown?.check();
		}
		for (const each of this.#browsed) assert.equal(each.signal.aborted, each !== exploration, 'not ended');
		for (const each of this.#explorations) this.#checkExploration(each);
	}

	#checkExploration({ session, signal, arrangement, feeds }: Exploration): void {
		const states = [...session.store.all()].map(({ referral }) => referral.id);
		assertOf(session, states);
		if (session.signal.aborted) assert.deepEqual(states, [], 'something is left after the end');
		const shown = [...arrangement.values()].flatMap(({ rows }) => rows.map(({ referral }) => referral.id));
		assertOf(session, shown);
		assert.equal(new Set(shown).size, shown.length, 'shown twice');
		if (signal.aborted) assert.deepEqual(shown, [], 'shown after the end');
		const had = new Set(feeds.flatMap(({ ids }) => [...ids]));
		for (const id of shown) assert.ok(had.has(id), `${id} is shown, and no list has it`);
	}

	/** The accounts of the connections that are open. */
	get #connected(): readonly string[] {
		return this.#made.filter(({ open }) => open).map(({ name }) => name);
	}

	get #anybodyWaits(): boolean {
		return this.#waiting.length > 0 || this.#made.some(({ service }) => service.held.length > 0);
	}

	/** Mostly what is shown, else what somebody has held on to. */
	#anyExploration(): Exploration | undefined {
		if (this.#random.percent(85)) return this.#browsing.exploration;
		const all = [...this.#explorations];
		return all[this.#random.whole(0, all.length - 1)];
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

/** What each account has begins with its name. */
function assertOf({ account }: Session, ids: readonly string[]): void {
	for (const id of ids) assert.equal(id[0], account?.id, `${id} is not of ${account?.id}`);
}

function idIn(json: unknown): string {
	return isJsonObject(json) && typeof json['id'] === 'string' ? json['id'] : assert.fail(`${json}`);
}
