import type { Referral } from '../partner/referral.ts';
import { type Status, type Substatus, statuses, substatusesOf } from './lifecycle.ts';

/** What a query asks of the status, where it does. */
interface Pair {
	readonly status?: Status;
	readonly substatus?: Substatus;
}

/** Referrals that are listed together. */
export interface Group {
	readonly kind: 'group';
	/** Stable and unique among the groups of every query. */
	readonly key: string;
	/** What the service is asked for; absent in the groups of what fits no other group. */
	readonly status?: Status;
	readonly substatus?: Substatus;
	/** Whether a referral that the service sent for the group belongs to it. */
	holds(referral: Referral): boolean;
}

/** The groups of one status. */
export interface StatusGroups {
	readonly kind: 'status';
	readonly key: string;
	readonly status: Status;
	readonly groups: readonly Group[];
}

/**
 * The groups that can hold something under a query. The service sends whatever pair of status and substatus it
 * has, so that each status, and the whole, also has a group of the referrals that fit nowhere else. The service
 * documents no way to ask for those alone: they are sifted from the wider list.
 */
export function groupsFor(query: Pair): readonly (StatusGroups | Group)[] {
	const all = statuses
		.filter((status) => query.status === undefined || query.status === status)
		.map((status) => statusGroups(status, query))
		.filter(({ groups }) => groups.length > 0);
	return query.status === undefined ? [...all, othersThan(all.map(({ status }) => status))] : all;
}

/** The groups under a row: those of a status, or the group itself. */
export function groupsOf(node: StatusGroups | Group): readonly Group[] {
	return node.kind === 'status' ? node.groups : [node];
}

/** One group of whatever a query finds, or of what it finds with a status. */
export function groupOfAll(status?: Status): Group {
	if (!status) return { kind: 'group', key: 'all', holds: () => true };
	return { kind: 'group', key: `${status}/all`, status, holds: (referral) => may(referral.status, [status]) };
}

function statusGroups(status: Status, query: Pair): StatusGroups {
	const known: readonly Substatus[] = substatusesOf[status];
	const asked = known.filter((substatus) => query.substatus === undefined || query.substatus === substatus);
	const groups = asked.map((substatus) => pair(status, substatus));
	const others = query.substatus === undefined ? [othersWithin(status, known)] : [];
	return { kind: 'status', key: status, status, groups: [...groups, ...others] };
}

function pair(status: Status, substatus: Substatus): Group {
	return {
		kind: 'group',
		key: `${status}/${substatus}`,
		status,
		substatus,
		holds: (referral) => may(referral.status, [status]) && may(referral.substatus, [substatus]),
	};
}

function othersWithin(status: Status, known: readonly Substatus[]): Group {
	return {
		kind: 'group',
		key: `${status}/other`,
		status,
		holds: (referral) => may(referral.status, [status]) && !has(referral.substatus, known),
	};
}

function othersThan(shown: readonly Status[]): Group {
	return { kind: 'group', key: 'other', holds: (referral) => !has(referral.status, shown) };
}

// The documentation writes the values in PascalCase but doesn't promise it.
function has(value: string | undefined, values: readonly string[]): boolean {
	return values.some((known) => known.toLowerCase() === value?.toLowerCase());
}

/** A value that wasn't sent doesn't contradict the service, which took the referral for one of the group. */
function may(value: string | undefined, values: readonly string[]): boolean {
	return value === undefined || has(value, values);
}
