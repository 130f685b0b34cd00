import type { Mask } from '../../referral/mask/mask.ts';
import { isNot, valuesOf, type Wanted } from '../condition/wanted.ts';
import type { FieldName } from '../field.ts';
import { isFiltered, type Query } from '../query.ts';

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * A query as it is told to somebody who must not know who the customers and people are: what was free to be typed is hidden.
 * Nobody can search with it.
 */
export function maskedQuery(query: Query, mask: Mask | undefined): Query {
	return mask ? { ...plain(query), ...words(query, mask), ...values(query, mask), sort: query.sort } : query;
}

/** What is one of few words, or a date. */
function plain({ status, substatus, updatedSince, updatedBefore, ...query }: Query): Partial<Query> {
	const { qualification, direction, type, currency, expiresWithin } = query;
	return {
		...(status !== undefined && { status }),
		...(substatus !== undefined && { substatus }),
		...(updatedSince !== undefined && { updatedSince }),
		...(updatedBefore !== undefined && { updatedBefore }),
		...(qualification !== undefined && { qualification }),
		...(direction !== undefined && { direction }),
		...(type !== undefined && { type }),
		...(currency !== undefined && { currency }),
		...(expiresWithin !== undefined && { expiresWithin }),
	};
}

/** What was free to be typed, and what tells of a customer or a person. */
function words(query: Query, mask: Mask): Partial<Query> {
	const { engagementId, teamEmail, country, advanced, text, product, solutionArea } = query;
	const hide = () => mask.hidden;
	return {
		...(engagementId !== undefined && { engagementId: guid.test(engagementId) ? engagementId : hide() }),
		...(teamEmail !== undefined && { teamEmail: mask.mail(teamEmail) }),
		...(country !== undefined && { country: each(country, (code) => mask.country(code)) }),
		...(advanced !== undefined && { advanced: hide() }),
		...(text !== undefined && { text: each(text, hide) }),
		...(product !== undefined && { product: each(product, hide) }),
		...(solutionArea !== undefined && { solutionArea: each(solutionArea, hide) }),
	};
}

function values({ valueAtLeast, valueAtMost }: Query, { hidesValues }: Mask): Partial<Query> {
	if (hidesValues) return {};
	return {
		...(valueAtLeast !== undefined && { valueAtLeast }),
		...(valueAtMost !== undefined && { valueAtMost }),
	};
}

/** Whether a condition is told otherwise than it is. */
export function isMasked(query: Query, name: FieldName, mask: Mask | undefined): boolean {
	return JSON.stringify(query[name]) !== JSON.stringify(maskedQuery(query, mask)[name]);
}

/** Whether a query says something that is not to be read. */
export function isSecret(query: Query, mask: Mask | undefined): boolean {
	return (
		mask !== undefined &&
		isFiltered(query) &&
		JSON.stringify(Object.entries(query).sort()) !==
			JSON.stringify(Object.entries(maskedQuery(query, mask)).sort())
	);
}

/** Each stays in its place. */
function each(wanted: Wanted, shown: (value: string) => string): Wanted {
	const values = valuesOf(wanted).map(shown);
	if (isNot(wanted)) return { not: values };
	return typeof wanted === 'string' ? (values[0] ?? '') : values;
}
