import type { Browsing } from '../../listing/browsing.ts';
import { type Neighbours, neighboursOf } from '../../listing/neighbours.ts';
import type { Can } from '../messages.ts';
import type { Subject } from '../subject.ts';

/** What stands around the referral of a page where it is shown in the tree; undefined where it isn't. */
export function neighboursIn({ exploration }: Browsing, { id, session }: Subject): Neighbours | undefined {
	return exploration && exploration.session === session ? neighboursOf(exploration, id) : undefined;
}

/** What can be done on a page. */
export function canOf(subject: Subject, browsing: Browsing, pinned: boolean): Can {
	const { previous, next, more = false } = neighboursIn(browsing, subject) ?? {};
	return { previous: Boolean(previous), next: Boolean(next) || more, pinned, busy: subject.busy };
}
