import { asksLoadedOnly } from '../query/asksLoadedOnly.ts';
import { isNot, lookingFor, valuesOf } from '../query/condition/wanted.ts';
import type { Query } from '../query/query.ts';
import { endOf } from '../query/when.ts';
import { folded } from '../text/folded.ts';
import type { ListedReferral } from './arranging/listed.ts';
import { notAsked } from './fitsQuery.ts';

/** Whether a referral meets a condition. */
export type Condition = (row: ListedReferral) => boolean;

/**
 * The conditions of a query that are looked for in loaded rows only; undefined when it has none. What needs the query
 * alone is worked out once, since the rows may be very many.
 * @param now milliseconds since 1970
 */
export function conditionOn(query: Query, now: number): Condition | undefined {
	if (!asksLoadedOnly(query)) return undefined;
	const conditions = [
		...[named(query), worth(query), inCurrency(query), expiring(query, now), needing(query), inArea(query)],
		...ofSeveral(query),
	];
	const asked = conditions.filter((condition) => condition !== undefined);
	const [only] = asked;
	if (asked.length === 1) return only;
	return (row) => asked.every((condition) => condition(row));
}

/** What the service is asked only where a single value is looked for. */
function ofSeveral({ qualification, direction, type, country }: Query): readonly (Condition | undefined)[] {
	const looks = [
		notAsked(qualification, (referral) => referral.qualification),
		notAsked(direction, (referral) => referral.direction),
		notAsked(type, (referral) => referral.type),
		notAsked(country, ({ customerProfile }) => customerProfile?.address?.country),
	];
	return looks.map((look) => look && (({ sent }) => look(sent.referral)));
}

/**
 * What is shown is found; and by what was sent, too, where that is masked, so that a filter of before goes on to find what it
 * found.
 */
function named({ text }: Query): Condition | undefined {
	if (text === undefined) return undefined;
	const wanted = valuesOf(text).map(folded);
	const not = isNot(text);
	const hasAny = (names: string) => wanted.some((each) => names.includes(each));
	return ({ names, sentNames }) => (hasAny(names) || (names !== sentNames && hasAny(sentNames))) !== not;
}

/** Nothing is converted: without a currency, the number is compared whatever it counts. */
function worth({ valueAtLeast, valueAtMost }: Query): Condition | undefined {
	if (valueAtLeast === undefined && valueAtMost === undefined) return undefined;
	const least = valueAtLeast ?? Number.NEGATIVE_INFINITY;
	const most = valueAtMost ?? Number.POSITIVE_INFINITY;
	return ({ sentValue }) => sentValue >= least && sentValue <= most;
}

function inCurrency({ currency }: Query): Condition | undefined {
	if (currency === undefined) return undefined;
	const looks = lookingFor(currency);
	return (row) => looks(row.currency);
}

function expiring({ expiresWithin }: Query, now: number): Condition | undefined {
	if (expiresWithin === undefined) return undefined;
	const end = endOf(expiresWithin, now) ?? Number.NaN;
	return ({ expiry }) => expiry >= now && expiry <= end;
}

function needing({ product }: Query): Condition | undefined {
	if (product === undefined) return undefined;
	const wanted = valuesOf(product).map((each) => `\n${folded(each)}\n`);
	const not = isNot(product);
	return ({ needs }) => wanted.some((each) => needs.includes(each)) !== not;
}

/** Few areas are those of many deals. */
function inArea({ solutionArea }: Query): Condition | undefined {
	if (solutionArea === undefined) return undefined;
	const wanted = new Set(valuesOf(solutionArea).map(folded));
	const not = isNot(solutionArea);
	const judged = new Map<string, boolean>();
	return ({ areas }) => {
		const known = judged.get(areas);
		if (known !== undefined) return known;
		const isIn = areas.split('\n').some((area) => wanted.has(folded(area))) !== not;
		judged.set(areas, isIn);
		return isIn;
	};
}
