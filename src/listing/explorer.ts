import type { FailureKind, PartnerError } from '../partner/error.ts';
import type { ReferralsClient } from '../partner/referralsClient.ts';
import { odataFor } from '../query/odata/odata.ts';
import type { Query } from '../query/query.ts';
import { type Group, groupsFor, groupsOf, type StatusGroups } from '../referral/group.ts';
import { type Condition, conditionOn } from './conditionOn.ts';
import type { ListedReferral } from './listedReferral.ts';
import { Listing } from './listing.ts';

/** How many referrals are known, and whether there may be more. */
export interface Count {
	/** All that have come, and how many of them meet the conditions on loaded rows; the same when there are none. */
	readonly loaded: number;
	readonly matching: number;
	readonly complete: boolean;
}

/** The referrals that one query finds at one service; it owns a listing for each group that was looked into. */
export class Explorer {
	readonly client: ReferralsClient;
	readonly query: Query;
	readonly groups: readonly (StatusGroups | Group)[];
	readonly #listings = new Map<string, Listing>();
	readonly #changed: (group: Group) => void;
	readonly #now: number;
	readonly #shows: Condition | undefined;

	/** @param now milliseconds since 1970, from which the relative dates of the query count */
	constructor(client: ReferralsClient, query: Query, changed: (group: Group) => void, now = Date.now()) {
		this.client = client;
		this.query = query;
		this.groups = groupsFor(query);
		this.#changed = changed;
		this.#now = now;
		this.#shows = conditionOn(query, now);
	}

	/** The listing of a group; made when first asked for, which by itself requests nothing. */
	listing(group: Group): Listing {
		const known = this.#listings.get(group.key);
		if (known) return known;
		const options = odataFor(this.query, group, this.#now);
		const listing = new Listing(this.client, group, options, this.#changed, this.#shows);
		this.#listings.set(group.key, listing);
		return listing;
	}

	/** The status that a group stands under; undefined for a group that stands alone. */
	parentOf(group: Group): StatusGroups | undefined {
		for (const node of this.groups) if (node.kind === 'status' && node.groups.includes(group)) return node;
		return undefined;
	}

	/** The groups of known pairs of status and substatus; the others take the wider lists to look through. */
	get pairs(): readonly Group[] {
		return this.groups.flatMap(groupsOf).filter(({ substatus }) => substatus !== undefined);
	}

	/** The group that is most likely looked into after another one. */
	groupAfter(group: Group): Group | undefined {
		return this.pairs[this.pairs.indexOf(group) + 1];
	}

	/** What is known of a group's or status's size; undefined where that would be "none so far". */
	count(node: StatusGroups | Group): Count | undefined {
		const listings = groupsOf(node).map((group) => this.listing(group));
		const sum = (count: (listing: Listing) => number) => listings.reduce((all, each) => all + count(each), 0);
		const loaded = sum((listing) => listing.loaded.length);
		const matching = sum((listing) => listing.rows.length);
		const complete = listings.every((listing) => listing.complete);
		const looked = listings.some(({ received }) => received > 0);
		return complete || loaded > 0 || (looked && node.kind === 'group')
			? { loaded, matching, complete }
			: undefined;
	}

	/** A referral that is loaded in some group, whether it is shown or not. */
	find(id: string): { readonly group: Group; readonly row: ListedReferral } | undefined {
		for (const listing of this.#listings.values()) {
			const row = listing.find(id);
			if (row) return { group: listing.group, row };
		}
		return undefined;
	}

	/** Every referral that was received, whatever the conditions on loaded rows say of it. */
	*received(): Generator<ListedReferral> {
		for (const { loaded } of this.#listings.values()) yield* loaded;
	}

	/** How many referrals have come of other groups than these. */
	receivedBeside(listings: readonly Listing[]): number {
		const others = [...this.#listings.values()].filter((listing) => !listings.includes(listing));
		return others.reduce((all, { received }) => all + received, 0);
	}

	/** Why groups are not as they should be. */
	get failures(): readonly PartnerError[] {
		return [...this.#listings.values()].flatMap(({ failure }) => failure ?? []);
	}

	/** Fetches again what was loaded, one listing after the other so as not to press the service. */
	async refresh(): Promise<void> {
		for (const listing of this.#listings.values()) await listing.refresh();
	}

	/** Does again what failed for one of these reasons. */
	async retryFailed(kinds: readonly FailureKind[]): Promise<void> {
		for (const listing of this.#listings.values())
			if (listing.failure && kinds.includes(listing.failure.kind)) await listing.retry();
	}

	/** Takes a referral out that the service no longer has. */
	drop(id: string): void {
		for (const listing of this.#listings.values()) listing.drop(id);
	}

	dispose(): void {
		for (const listing of this.#listings.values()) listing.dispose();
		this.#listings.clear();
	}
}
