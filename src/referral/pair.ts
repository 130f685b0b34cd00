import type { Referral } from '../partner/referral.ts';
import { type Status, type Substatus, statuses, substatusesOf } from './lifecycle.ts';

/** A status with one of the substatuses that the service's documentation gives it. */
export interface Pair {
	/** Stable, such as `New/Pending`. */
	readonly key: string;
	readonly status: Status;
	readonly substatus: Substatus;
}

/** The known pairs, in the order of a referral's life. */
export const pairs: readonly Pair[] = statuses.flatMap((status) =>
	substatusesOf[status].map((substatus) => ({ key: `${status}/${substatus}`, status, substatus })),
);

// The documentation writes the values in PascalCase but doesn't promise it.
const keys: ReadonlyMap<string, string> = new Map(pairs.map(({ key }) => [key.toLowerCase(), key]));

/**
 * The key of the known pair that a referral has; empty for another pair, which the service may send all the same, and
 * undefined where one of both wasn't sent.
 */
export function pairKeyOf({ status, substatus }: Pick<Referral, 'status' | 'substatus'>): string | undefined {
	if (status === undefined || substatus === undefined) return undefined;
	return keys.get(`${status}/${substatus}`.toLowerCase()) ?? '';
}
