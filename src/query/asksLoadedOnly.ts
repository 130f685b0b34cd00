import type { Query } from './query.ts';

/** Whether a query leaves rows out that the service has sent. Of each status, the service is asked alone. */
export function asksLoadedOnly(query: Query): boolean {
	const { text, valueAtLeast, valueAtMost, currency, expiresWithin, product, solutionArea } = query;
	const { qualification, direction, type, country } = query;
	return (
		[text, valueAtLeast, valueAtMost, currency, expiresWithin, product, solutionArea].some(
			(each) => each !== undefined,
		) || [qualification, direction, type, country].some((each) => typeof each === 'object')
	);
}
