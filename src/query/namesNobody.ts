import type { Query } from './query.ts';

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What a condition can be: one of few words, a date or a number; an id, or words that pass for one; or words. */
const kinds = new Map<string, Kind>(
	Object.entries({
		status: 'plain',
		substatus: 'plain',
		engagementId: 'id',
		updatedSince: 'plain',
		updatedBefore: 'plain',
		teamEmail: 'words',
		qualification: 'plain',
		direction: 'plain',
		type: 'plain',
		country: 'plain',
		advanced: 'words',
		text: 'words',
		valueAtLeast: 'plain',
		valueAtMost: 'plain',
		currency: 'plain',
		expiresWithin: 'plain',
		product: 'words',
		solutionArea: 'words',
		sort: 'plain',
	} satisfies Record<keyof Query, Kind>),
);
type Kind = 'plain' | 'id' | 'words';

/** Whether a condition can't name a person, a customer or a product, so that it may be remembered without being asked to. */
export function namesNobody([name, value]: readonly [string, unknown]): boolean {
	const kind = kinds.get(name);
	return kind === 'plain' || (kind === 'id' && guid.test(`${value}`));
}
