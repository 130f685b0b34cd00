import type { Query } from '../../query/query.ts';
import { statuses } from '../../referral/lifecycle.ts';
import { pairs } from '../../referral/pair.ts';
import type { Grouping, Node } from './arrangement.ts';
import type { ListedReferral } from './listed.ts';
import { type Partition, partitionsOf, wide } from './partition.ts';

/** The branch of what fits no known pair of status and substatus. */
export const otherKey = 'other';

/**
 * Status, and in it substatus, as the service documents them; and at the end one branch of what fits no known pair, which
 * the service may send all the same. A query for one pair has that branch only when something belongs there.
 */
export function byStatus(query: Pick<Query, 'status' | 'substatus'>): Grouping {
	const partitions = partitionsOf(query);
	const hasWide = partitions.some(({ key }) => key === wide);
	const known = pairs.filter(({ key }) => partitions.some((partition) => partition.key === key));
	const nodes = statuses.flatMap((status): Node[] => {
		const own = known.filter((pair) => pair.status === status);
		const below = own.map(
			(pair): Node => ({ ...pair, parent: status, feed: pair.key, partitions: [pair.key, wide] }),
		);
		return below.length > 0 ? [{ key: status, status, partitions: [] }, ...below] : [];
	});
	const other: Node = { key: otherKey, feed: wide, partitions: [wide], ...(!hasWide && { hidden: true }) };
	return { name: 'status', nodes: [...nodes, other], branchesOf: branchOf };
}

/** What wasn't sent doesn't contradict the service, which took the referral for one of the partition. */
function branchOf({ pair, referral }: ListedReferral, { key, status, substatus }: Partition): string {
	if (pair !== undefined) return pair || otherKey;
	if (status === undefined || substatus === undefined) return otherKey;
	return agrees(referral.status, status) && agrees(referral.substatus, substatus) ? key : otherKey;
}

function agrees(sent: string | undefined, asked: string): boolean {
	return sent === undefined || sent.toLowerCase() === asked.toLowerCase();
}
