import { PartnerError } from '../../partner/error.ts';
import type { KeptPage, LastRead } from '../../partner/keptPage.ts';
import type { ListOptions } from '../../partner/listUrl.ts';
import type { Page } from '../../partner/page.ts';
import type { Received, Referral } from '../../partner/referral.ts';
import { odataFor } from '../../query/odata/odata.ts';
import { compareInstants, instantIn } from '../../referral/instant.ts';
import type { Exploration } from '../exploration.ts';
import type { Session } from '../session.ts';

/** How many pages of changes are read at a time. */
const mostPages = 3;
/** How much of what is known is read again, in milliseconds: of several with the same date, some may have come later. */
const overlap = 1000;
/** A date that is this much later than our clock, in milliseconds, is a mistake: next to it, nothing would ever be new. */
const future = 24 * 3_600_000;
/** A service that is this much out of order, in milliseconds, doesn't order as it was asked to. */
const disorder = 1000;

/** Everything, what was updated last first. */
const order: ListOptions = odataFor({ sort: 'lastUpdated' }, {}, 0);
const probed: ListOptions = { ...order, top: 1, select: ['id', 'updatedDateTime'] };
const behind = { background: true };

/** The referral that was updated last, in the service's own words; neither where there is none. */
interface Newest {
	readonly id: string | undefined;
	readonly date: string | undefined;
}

/** What a look has found. */
export interface Findings {
	readonly newest: Newest;
	/** Whether anything was updated since the look before. */
	readonly changed: boolean;
	readonly pages: readonly { readonly states: readonly Received[]; readonly kept: KeptPage | undefined }[];
	/** Whether more has changed than what was read. */
	readonly more: boolean;
}

/**
 * What changes at the service in a session, by the service's own dates and never by the clock of this computer. One small
 * request tells whether anything has; what it brings is kept nowhere else. What was removed can't be seen so.
 */
export class Changes {
	readonly session: Session;
	readonly #now: () => number;
	readonly #lastRead: LastRead = {};
	#newest: Newest | undefined;
	/** Whether the service understands the small request. */
	#probes = true;

	/** @param now milliseconds since 1970 */
	constructor(session: Session, now: () => number) {
		this.session = session;
		this.#now = now;
	}

	/** Whether it was looked before, so that it is known what is new. */
	get began(): boolean {
		return this.#newest !== undefined;
	}

	/**
	 * Looks. Rejects with a `PartnerError`, or with the signal's reason.
	 * @param exploration what was loaded before the first look, of which some may have changed since
	 */
	async look(exploration: Exploration, signal: AbortSignal): Promise<Findings> {
		const newest = this.#probes ? await this.#probe(signal) : undefined;
		const known = this.#newest ?? (newest && knownTo(exploration, newest));
		if (newest && known && isSame(newest, known)) return nothing(newest);
		return this.#read(exploration, known, signal);
	}

	/** Takes in what was found. @returns whether something may have come to belong here, which only the service can tell */
	take({ newest, pages }: Findings, exploration: Exploration): boolean {
		this.#newest = newest;
		let unsure = false;
		for (const { states, kept } of pages) {
			if (exploration.bring(states, kept)) unsure = true;
			kept?.pack(this.#lastRead);
		}
		// What doesn't belong to what is shown was only passing through.
		if (pages.length > 0) this.session.store.tidy();
		return unsure;
	}

	/** @returns undefined where it tells nothing; what the service doesn't understand isn't tried again */
	async #probe(signal: AbortSignal): Promise<Newest | undefined> {
		try {
			const { referrals } = await this.session.client.probe(probed, signal, behind);
			const newest = this.#newestOf(referrals);
			return newest.date === undefined && referrals.length > 0 ? undefined : newest;
		} catch (error) {
			if (!(error instanceof PartnerError) || error.kind !== 'badRequest') throw error;
			this.#probes = false;
			return undefined;
		}
	}

	async #read(exploration: Exploration, before: Newest | undefined, signal: AbortSignal): Promise<Findings> {
		const { client } = this.session;
		const pages: Page[] = [];
		let page = await client.list(order, signal, behind);
		pages.push(page);
		const states = statesIn(page);
		const first = this.#newestOf(states);
		if (first.date === undefined && states.length > 0) throw new PartnerError('wrongShape');
		const known = before ?? knownTo(exploration, first);
		if (isSame(first, known)) return nothing(first);
		while (page.next !== undefined && pages.length < mostPages && !pages.some((each) => ends(each, known))) {
			page = await client.next(page.next, signal, pages.length + 1, behind);
			pages.push(page);
		}
		assertOrdered(pages);
		const more = (page.next !== undefined || page.refused !== undefined) && !ends(page, known);
		return { newest: first, ...isOf(known, pages), more };
	}

	/** Not just the first one, since what a service doesn't understand it may ignore. */
	#newestOf(referrals: readonly Pick<Referral, 'id' | 'updatedDateTime'>[]): Newest {
		let newest: Newest = { id: undefined, date: undefined };
		for (const { id, updatedDateTime: date } of referrals) {
			const instant = instantOf(date);
			if (instant === undefined || instant > this.#now() + future) continue;
			if (newest.date === undefined || compareInstants(date, newest.date) > 0) newest = { id, date };
		}
		return newest;
	}
}

/**
 * Up to what is known before the first look: all, where nothing has been loaded yet; else not what may have changed since the
 * first request. How long ago that was, the clock of this computer tells, and nothing else.
 */
function knownTo({ feeds, age }: Exploration, newest: Newest): Newest {
	const instant = instantOf(newest.date);
	if (instant === undefined || feeds.every(({ state }) => state === 'idle')) return newest;
	return { id: undefined, date: new Date(instant - Math.max(0, age)).toISOString() };
}

function nothing(newest: Newest): Findings {
	return { newest, changed: false, pages: [], more: false };
}

function isSame(one: Newest, other: Newest): boolean {
	return one.id === other.id && one.date === other.date;
}

function statesIn({ entries }: Page): readonly Referral[] {
	return entries.flatMap((entry) => (entry.kind === 'received' ? [entry.referral] : []));
}

/** Whether what is known already stands on a page. */
function ends(page: Page, { date }: Newest): boolean {
	return statesIn(page).some((referral) => isOlder(referral, date));
}

function isOlder(
	{ updatedDateTime: own }: Pick<Referral, 'updatedDateTime'>,
	date: string | undefined,
): boolean {
	const [one, other] = [instantOf(own), instantOf(date)];
	return one !== undefined && other !== undefined && one < other - overlap;
}

function instantOf(text: string | undefined): number | undefined {
	return text === undefined ? undefined : instantIn(text);
}

/** What of some pages isn't known for sure. */
function isOf(known: Newest, pages: readonly Page[]): Pick<Findings, 'changed' | 'pages'> {
	const isUnknown = ({ id, updatedDateTime: date }: Referral) =>
		!isOlder({ updatedDateTime: date }, known.date) && !isSame({ id, date }, known);
	const isNew = ({ referral: { updatedDateTime: date } }: Received) =>
		known.date === undefined || compareInstants(date, known.date) > 0;
	const found = pages.map(({ entries, kept }) => ({
		states: entries.filter(
			(entry): entry is Received => entry.kind === 'received' && isUnknown(entry.referral),
		),
		kept,
	}));
	return {
		changed: found.some(({ states }) => states.some(isNew)),
		pages: found.filter(({ states }) => states.length > 0),
	};
}

/** Of a service that orders in its own way, changes would be overlooked. */
function assertOrdered(pages: readonly Page[]): void {
	let last = Number.POSITIVE_INFINITY;
	for (const { updatedDateTime } of pages.flatMap(statesIn)) {
		const instant = instantOf(updatedDateTime) ?? last;
		if (instant > last + disorder) throw new PartnerError('wrongShape', { code: 'ORDER' });
		last = Math.min(last, instant);
	}
}
