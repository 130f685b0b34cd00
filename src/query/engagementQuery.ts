import { queryFields } from './fields.ts';
import { everything, type Query } from './query.ts';

/**
 * What asks for the referrals of an engagement. Undefined for an id that no service could be asked for, such as a blank one or
 * half a character: a link or a saved query that had it would be refused.
 */
export function engagementQuery(id: string | undefined): Query | undefined {
	if (!id?.isWellFormed()) return undefined;
	const entered = queryFields.find(({ name }) => name === 'engagementId')?.enter(everything, id);
	return entered && 'query' in entered ? entered.query : undefined;
}
