import type { JsonObject } from '../partner/json.ts';
import { conditionsOf } from './flat.ts';
import { namesNobody } from './namesNobody.ts';
import { everything, type Query } from './query.ts';
import { readSavedQueries } from './savedQuery.ts';

/** A query as it may be remembered: without what may name a person, a customer or a product. */
export function rememberedForm(query: Query): JsonObject {
	return { name: 'last', ...Object.fromEntries(conditionsOf(query).filter(namesNobody)) };
}

/** Reads what was remembered, by whatever version; everything when that is no query. */
export function readRemembered(form: unknown): Query {
	return readSavedQueries([form]).saved[0]?.query ?? everything;
}
