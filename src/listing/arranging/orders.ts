import { type ServedSort, type Sort, servedSort } from '../../query/query.ts';
import { compareInstants } from '../../referral/instant.ts';
import type { ListedReferral } from './listed.ts';

/** Which of two rows stands above the other; negative when the first one does. */
export type Compare = (one: ListedReferral, other: ListedReferral) => number;

const byCreation: Compare = (one, other) =>
	compareInstants(one.sent.referral.createdDateTime, other.sent.referral.createdDateTime);
const byUpdate: Compare = (one, other) =>
	compareInstants(one.sent.referral.updatedDateTime, other.sent.referral.updatedDateTime);

/** The orders of the service. */
const served = {
	newest: (one, other) => byCreation(other, one),
	oldest: byCreation,
	lastUpdated: (one, other) => byUpdate(other, one),
	firstUpdated: byUpdate,
} as const satisfies Record<ServedSort, Compare>;

/** The order of rows as the service has it. */
export function compareAsServed(sort: Sort): Compare {
	return served[servedSort(sort)];
}

/** What a row is put into an order by: a text before a number; what there is nothing of makes it stand last. */
interface Key {
	readonly text: string;
	readonly number: number;
}

/** The orders that the service doesn't know. */
const keys: Readonly<Partial<Record<Sort, (row: ListedReferral) => Key>>> = {
	firstExpiring: ({ expiry }) => ({ text: '', number: expiry }),
	// Nothing is converted, so that only values in one currency can be told to be higher.
	highestValue: ({ value, currency }) => ({ text: Number.isNaN(value) ? '' : currency, number: -value }),
	customer: ({ customer }) => ({ text: customer, number: 0 }),
	longestInStage: ({ stageSince }) => ({ text: '', number: stageSince }),
};

/** Puts rows into an order that the service doesn't know; undefined for one of its own. Equal ones stay as they are. */
export function inLoadedOrder(
	own: readonly ListedReferral[],
	guests: readonly ListedReferral[],
	sort: Sort,
): readonly ListedReferral[] | undefined {
	const keyOf = keys[sort];
	if (!keyOf) return undefined;
	// Once for each row rather than at each comparison.
	const keyed = [...own, ...guests].map((row) => ({ row, key: keyOf(row) }));
	keyed.sort((one, other) => texts(one.key, other.key) || numbers(one.key.number, other.key.number));
	return keyed.map(({ row }) => row);
}

function numbers(one: number, other: number): number {
	if (Number.isNaN(one) || Number.isNaN(other))
		return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
	return one - other;
}

function texts({ text: one }: Key, { text: other }: Key): number {
	if (one === other) return 0;
	if (one === '' || other === '') return one === '' ? 1 : -1;
	return one < other ? -1 : 1;
}
