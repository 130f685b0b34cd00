import type { FailureKind, PartnerError } from '../partner/error.ts';
import type { Exploration } from './exploration.ts';

/** Why feeds are not as they should be. */
export function failuresIn({ feeds }: Exploration): readonly PartnerError[] {
	return feeds.flatMap(({ failure }) => failure ?? []);
}

/** Does again what failed for one of these reasons. */
export async function retryFailed({ feeds }: Exploration, kinds: readonly FailureKind[]): Promise<void> {
	for (const feed of feeds) if (feed.failure && kinds.includes(feed.failure.kind)) await feed.retry();
}
