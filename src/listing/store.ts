import type { KeptPage } from '../partner/keptPage.ts';
import type { Received, Referral } from '../partner/referral.ts';
import { compareInstants } from '../referral/instant.ts';
import type { Masked } from '../referral/mask/worn.ts';
import { ListedReferral, type Origin } from './arranging/listed.ts';
import { Emitter, type Subscription } from './emitter.ts';
import { Engagements } from './sides/engagements.ts';

/**
 * What became other at once: ids of referrals whose newest state is another one now, or that have gone, each with whether it
 * was known before, so that it may stand in a list.
 */
export type StoreChange = ReadonlyMap<string, boolean>;

/** A list with the ids of what it has, and of what it is about to have. */
export interface Holder {
	held(): Iterable<string>;
}

/** An engagement normally has two sides; more than so many would not be looked through. */
const mostSiblings = 20;

/**
 * The newest known state of each referral of a session, by id, so that a row, a page, a document and an export never
 * disagree. Answers to `$select` and probes must not come here, since they leave out what others need.
 */
export class ReferralStore {
	readonly #masked: Masked | undefined;
	readonly #states = new Map<string, ListedReferral>();
	/** Of which lists may still have the ids. */
	readonly #dropped = new Set<string>();
	readonly #pins = new Map<string, number>();
	readonly #holders = new Set<Holder>();
	readonly #changes = new Emitter<StoreChange>();
	/** Once somebody has asked. */
	#engagements: Engagements | undefined;

	readonly onDidChange = this.#changes.event;

	/** @param masked whether its referrals are shown masked */
	constructor(masked?: Masked) {
		this.#masked = masked;
	}

	get size(): number {
		return this.#states.size;
	}

	get(id: string): ListedReferral | undefined {
		return this.#states.get(id);
	}

	all(): Iterable<ListedReferral> {
		return this.#states.values();
	}

	/** Those that are known of the other referrals of its engagement; of very many, the first. */
	siblingsOf(referral: Pick<Referral, 'id' | 'engagementId'>): readonly ListedReferral[] {
		this.#engagements ??= new Engagements(this.#sent());
		return [...this.#engagements.othersOf(referral, mostSiblings)].flatMap(
			(id) => this.#states.get(id) ?? [],
		);
	}

	/**
	 * Takes states of one origin in. The newest is the one updated last by the service's own `updatedDateTime`;
	 * of the same update, an answer by id is more than a list's; else the one that arrived last counts.
	 */
	put(states: readonly Received[], origin: Origin): void {
		const changed = new Map<string, boolean>();
		for (const received of states) {
			const { id } = received.referral;
			const held = this.#states.get(id);
			if (held && !isNewer(received, origin, held)) continue;
			// Also where nothing differs, so that the page that it stood in can go.
			this.#states.set(id, new ListedReferral(received, origin, this.#masked));
			this.#engagements?.changed(held?.sent.referral, received.referral);
			if (held && !differ(received, origin, held)) continue;
			// A page may have something twice.
			changed.set(id, changed.get(id) ?? (held !== undefined || this.#dropped.delete(id)));
		}
		if (changed.size > 0) this.#changes.fire(changed);
	}

	/** Takes a referral out that the service no longer has. */
	drop(id: string): void {
		if (!this.#forget(id)) return;
		this.#dropped.add(id);
		this.#changes.fire(new Map([[id, true]]));
	}

	/** Keeps a referral while a page or a document shows it, even when no list has it any more. */
	pin(id: string): Subscription {
		this.#pins.set(id, (this.#pins.get(id) ?? 0) + 1);
		let pinned = true;
		return {
			dispose: () => {
				if (pinned) this.#unpin(id);
				pinned = false;
			},
		};
	}

	/** Keeps the referrals of a list for as long as the list is there. */
	hold(list: Holder): Subscription {
		this.#holders.add(list);
		return { dispose: () => this.#holders.delete(list) };
	}

	/** Forgets what neither a list nor a page has any more, and packs anew the pages that are mostly forgotten. */
	tidy(): void {
		const held = new Set(this.#pins.keys());
		for (const list of this.#holders) for (const id of list.held()) held.add(id);
		for (const id of this.#states.keys()) if (!held.has(id)) this.#forget(id);
		const places = new Map<KeptPage, Set<number>>();
		for (const { origin, place } of this.#states.values()) {
			if (!origin.page || place === undefined) continue;
			const kept = places.get(origin.page) ?? new Set();
			places.set(origin.page, kept.add(place));
		}
		for (const [page, kept] of places) if (kept.size * 2 < page.size) page.keepOnly(kept);
	}

	/** Forgets everything, at the end of the session. */
	dispose(): void {
		this.#states.clear();
		this.#engagements = undefined;
		this.#dropped.clear();
		this.#pins.clear();
		this.#holders.clear();
		this.#changes.dispose();
	}

	*#sent(): Iterable<Received> {
		for (const { sent } of this.#states.values()) yield sent;
	}

	/** @returns whether it was known */
	#forget(id: string): boolean {
		this.#engagements?.changed(this.#states.get(id)?.sent.referral, undefined);
		return this.#states.delete(id);
	}

	#unpin(id: string): void {
		const left = (this.#pins.get(id) ?? 1) - 1;
		if (left > 0) this.#pins.set(id, left);
		else this.#pins.delete(id);
	}
}

function isNewer(next: Received, { whole }: Origin, held: ListedReferral): boolean {
	const order = compareInstants(next.referral.updatedDateTime, held.sent.referral.updatedDateTime);
	if (order !== 0) return order > 0;
	return whole || !held.origin.whole;
}

/** A list that is read again mostly brings what is known; what no row reads, changes with the time of the update. */
function differ(next: Received, { whole }: Origin, held: ListedReferral): boolean {
	const { referral } = held.sent;
	return whole || held.origin.whole || JSON.stringify(next.referral) !== JSON.stringify(referral);
}
