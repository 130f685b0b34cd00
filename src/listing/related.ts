import { odataFor } from '../query/odata/odata.ts';
import { everything } from '../query/query.ts';
import { Feed } from './feed.ts';
import { listsOf } from './lists.ts';
import type { Session } from './session.ts';

/**
 * The referrals of one engagement, newest first, whatever their status; nothing is requested yet.
 * @param signal ends it
 * @param changed hears of every change of the feed's state
 */
export function relatedFeed(
	session: Session,
	engagementId: string,
	{ signal, now, changed }: { signal: AbortSignal; now: () => number; changed: () => void },
): Feed {
	const query = { ...everything, engagementId };
	const lists = listsOf(session, { under: query, now, signal: AbortSignal.any([signal, session.signal]) });
	return new Feed(lists, { key: 'related' }, () => odataFor(query, {}, now()), changed);
}
