import { dayText } from './dateText.ts';
import type { Query } from './query.ts';

/** A query in words, as it stands beside the view's title; empty when everything is shown, newest first. */
export function queryText(query: Query, locale: string): string {
	const { status, substatus, engagementId, updatedSince, teamEmail, sort } = query;
	return [
		[status, substatus].filter((word) => word).join(' › '),
		engagementId && `engagement ${engagementId}`,
		updatedSince && `updated since ${dayText(updatedSince, locale)}`,
		teamEmail && `team ${teamEmail}`,
		sort === 'oldest' && 'oldest first',
	]
		.filter((text) => text)
		.join(' · ');
}
