import { asksLoadedOnly, type Query } from '../query/query.ts';
import { endOf } from '../query/when.ts';
import { folded } from '../text/folded.ts';
import type { ListedReferral } from './listedReferral.ts';

/** Whether a referral meets a condition. */
export type Condition = (row: ListedReferral) => boolean;

/**
 * The conditions of a query that are looked for in loaded rows only; undefined when it has none. What needs the query
 * alone is worked out once, since the rows may be very many.
 * @param now milliseconds since 1970
 */
export function conditionOn(query: Query, now: number): Condition | undefined {
	if (!asksLoadedOnly(query)) return undefined;
	const conditions = [named(query), worth(query), inCurrency(query), expiring(query, now), needing(query)];
	const asked = conditions.filter((condition) => condition !== undefined);
	const [only] = asked;
	if (asked.length === 1) return only;
	return (row) => asked.every((condition) => condition(row));
}

function named({ text }: Query): Condition | undefined {
	if (text === undefined) return undefined;
	const wanted = folded(text);
	return ({ names }) => names.includes(wanted);
}

/** Nothing is converted: without a currency, the number is compared whatever it counts. */
function worth({ valueAtLeast, valueAtMost }: Query): Condition | undefined {
	if (valueAtLeast === undefined && valueAtMost === undefined) return undefined;
	const least = valueAtLeast ?? Number.NEGATIVE_INFINITY;
	const most = valueAtMost ?? Number.POSITIVE_INFINITY;
	return ({ value }) => value >= least && value <= most;
}

function inCurrency({ currency }: Query): Condition | undefined {
	if (currency === undefined) return undefined;
	const wanted = currency.toUpperCase();
	return (row) => row.currency === wanted;
}

function expiring({ expiresWithin }: Query, now: number): Condition | undefined {
	if (expiresWithin === undefined) return undefined;
	const end = endOf(expiresWithin, now) ?? Number.NaN;
	return ({ expiry }) => expiry >= now && expiry <= end;
}

function needing({ product }: Query): Condition | undefined {
	if (product === undefined) return undefined;
	const wanted = `\n${folded(product)}\n`;
	return ({ needs }) => needs.includes(wanted);
}
