import fc from 'fast-check';
import { ListedReferral } from '../../../src/listing/arranging/listed.ts';
import { isJsonObject } from '../../../src/partner/json.ts';
import type { Received } from '../../../src/partner/referral.ts';
import { type Wanted, wantedFor } from '../../../src/query/condition/wanted.ts';
import type { Entered, FieldName, QueryField } from '../../../src/query/field.ts';
import { queryFields } from '../../../src/query/fields.ts';
import { everything, type Query, sorts } from '../../../src/query/query.ts';
import { refusePair } from '../../../src/query/refusePair.ts';
import { isoText, resolveWhen } from '../../../src/query/when.ts';
import { type Status, type Substatus, statuses, substatusesOf } from '../../../src/referral/lifecycle.ts';
import { oneLine } from '../../../src/text/oneLine.ts';
import { received } from '../received.ts';
import { now, tenant } from '../sample/sampleAsk.ts';

/** The tenant's referrals as the client reads them. */
export const rows: readonly Received[] = tenant.referrals.map(received);

type Lifecycle = Pick<Query, 'status' | 'substatus'>;

/** Every pair of status and substatus that a query can hold: a substatus goes with the status, if there is one. */
const lifecycles: readonly Lifecycle[] = [
	{},
	...statuses.flatMap((status: Status): Lifecycle[] => {
		const substatuses: readonly Substatus[] = substatusesOf[status];
		const each = substatuses.flatMap((substatus) => [{ substatus }, { status, substatus }]);
		return [{ status }, ...each];
	}),
];

/** One of some values, one of several of them, or none of some. */
function wanted<T extends string>(value: fc.Arbitrary<T>, order: readonly T[] = []): fc.Arbitrary<Wanted<T>> {
	const several = fc
		.tuple(fc.array(value, { minLength: 1, maxLength: 4 }), fc.boolean())
		.map(([values, not]) => wantedFor(values, { not, order }));
	return fc.oneof(value, several);
}

const oneOf = <T extends string>(...values: readonly T[]) => wanted(fc.constantFrom(...values), values);

const sort = fc.constantFrom(...sorts);
const guids = fc.uuid();
const mails = fc
	.tuple(
		fc.stringMatching(/^[a-z'+%&.\u00e9]{1,8}$/u),
		fc.constantFrom('contoso.com', 'a.b-c.example', 'ü.de'),
	)
	.map(([name, domain]) => `${name}@${domain}`);
const spans = fc
	.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(...'hdwmy'))
	.map(([amount, unit]) => `${amount}${unit}`);
const instants = fc
	.integer({ min: Date.UTC(1900, 0, 1) / 1000, max: Date.UTC(2200, 0, 1) / 1000 })
	.map((seconds) => isoText(seconds * 1000));
const whens = fc.oneof(spans, instants);
const words = fc
	.oneof(
		fc.constantFrom('Contoso & Söhne', '100% (a+b)', "O'Brien", '=1+1', 'שלום', '漢字 ✓', '#?&=/%26', '🦋'),
		fc.string({ unit: 'grapheme', maxLength: 10 }),
	)
	.map((text) => oneLine(text))
	.filter((text) => text !== '');
const amounts = fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }));

/** Conditions that no field can hold, in the form in which they come back when they are read. */
const foreign = fc.oneof(
	fc.constantFrom(
		...[
			"type gt 'Shared'",
			"name ne 'x' or name ne 'y'",
			"contains(name,'x')",
			'details/dealValue gt 5',
			"not (status eq 'Paused')",
		],
		...["team/any(t:t/firstName eq 'A')", "email eq 'a@b.c'", 'createdDateTime ge 2026-01-01T00:00:00Z'],
		...["status eq 'Paused'", "country eq 'x' ", "(a eq 1 or b eq ') (')"].map((text) => text.trim()),
	),
	words.map((text) => `name eq '${text.replaceAll("'", "''")}'`),
);
const advanced = fc.oneof(
	foreign.map((text) => text.replace(/^\((.*)\)$/, '$1')),
	fc.tuple(foreign, foreign).map((both) => both.join(' and ')),
	fc.tuple(foreign, foreign).map((both) => both.join(' or ')),
);

const conditions = {
	engagementId: guids,
	updatedSince: whens,
	updatedBefore: whens,
	teamEmail: mails,
	qualification: oneOf('None', 'Direct', 'MarketingQualified', 'SalesQualified'),
	direction: oneOf('Incoming', 'Outgoing'),
	type: oneOf('Shared', 'Independent'),
	country: wanted(fc.constantFrom('US', 'GB', 'DE', 'JP', 'XK', 'NA', 'NO')),
	advanced,
	text: wanted(words),
	valueAtLeast: amounts,
	valueAtMost: amounts,
	currency: wanted(fc.constantFrom('USD', 'EUR', 'JPY', 'ZZZ')),
	expiresWithin: spans,
	product: wanted(words),
	solutionArea: wanted(words),
} as const satisfies Partial<Record<FieldName, unknown>>;

const severalStages = fc
	.record(
		{
			status: oneOf(...statuses),
			substatus: oneOf(...statuses.flatMap((status): readonly Substatus[] => substatusesOf[status])),
		},
		{ requiredKeys: [] },
	)
	.filter((stages) => refusePair({ ...everything, ...stages }) === undefined);

const whole: fc.Arbitrary<Query> = fc
	.record({
		lifecycle: fc.oneof(fc.constantFrom(...lifecycles), severalStages),
		all: fc.record(conditions),
		kept: fc.subarray(Object.keys(conditions), { maxLength: 5 }),
		sort,
	})
	.map(({ lifecycle, all, kept, sort }) => ({
		...lifecycle,
		...Object.fromEntries(Object.entries(all).filter(([name]) => kept.includes(name))),
		sort,
	}));

/** Any query that a user can enter, whether it finds something or not. */
export const anyQuery: fc.Arbitrary<Query> = whole.map((query) => {
	const fitting = refusePair(resolved(query)) === undefined ? query : without(query, 'updatedBefore');
	return refusePair(fitting) === undefined ? fitting : without(fitting, 'valueAtMost');
});

/** A query with its relative dates as the instants that they are now. */
export function resolved(query: Query): Query {
	const { updatedSince, updatedBefore } = query;
	return {
		...query,
		...(updatedSince && { updatedSince: resolveWhen(updatedSince, now.getTime()) }),
		...(updatedBefore && { updatedBefore: resolveWhen(updatedBefore, now.getTime()) }),
	};
}

function without(query: Query, name: 'updatedBefore' | 'valueAtMost'): Query {
	const { [name]: _, ...rest } = query;
	return rest;
}

/** What of a row a query could be looking for, as it would be entered; undefined where the row has nothing. */
function conditionsOf({ referral, json }: Received): Readonly<Record<string, string | undefined>> {
	const { customerProfile, details, updatedDateTime = '' } = referral;
	const updated = Date.parse(updatedDateTime);
	const requirements = isJsonObject(json['details']) ? json['details']['requirements'] : undefined;
	const needs = isJsonObject(requirements) ? [requirements['products'], requirements['solutions']] : [];
	const member = first(json['team'], 'email');
	const { status, substatus, engagementId, qualification, direction, type } = referral;
	return {
		...{ status, substatus, engagementId, qualification, direction, type },
		updatedSince: isoText(updated - (updated % 1000)),
		updatedBefore: isoText(updated - (updated % 1000) + 86_400_000),
		teamEmail: member,
		country: customerProfile?.address?.country?.toUpperCase(),
		text: (referral.name ?? customerProfile?.name)?.slice(1, 6).toUpperCase(),
		valueAtLeast: details?.dealValue?.toString(),
		valueAtMost: details?.dealValue?.toString(),
		currency: details?.currency,
		expiresWithin: '9d',
		solutionArea:
			new ListedReferral({ kind: 'received', referral, json }, { whole: false }).areas.split('\n')[0] ||
			undefined,
		product: needs.map((list) => first(list, 'id')).find((id) => id),
	};
}

function first(list: unknown, name: string): string | undefined {
	const [element] = Array.isArray(list) ? list : [];
	const value = isJsonObject(element) ? element[name] : undefined;
	return typeof value === 'string' ? value : undefined;
}

const searchable = queryFields.filter(({ name }) => name !== 'advanced');

/** How a condition that can have several values has them. */
type How = 'one' | 'several' | 'not';

function looking(
	fields: readonly string[],
	row: Received,
	order: Query['sort'],
	hows: readonly How[],
): Query {
	let query: Query = { ...everything, sort: order };
	const texts = conditionsOf(row);
	for (const [at, field] of queryFields.filter(({ name }) => fields.includes(name)).entries()) {
		const text = texts[field.name] ?? field.example;
		const entered = enteredAs(hows[at], field, query, text);
		if ('query' in entered && refusePair(entered.query) === undefined) query = entered.query;
	}
	return query;
}

function enteredAs(how: How | undefined, field: QueryField, query: Query, text: string): Entered {
	const other = field.values?.find((value) => value !== text) ?? field.example;
	if (how === 'several') return field.enterSeveral?.(query, [text, other], false) ?? field.enter(query, text);
	if (how === 'not' && other !== text)
		return field.enterSeveral?.(query, [other], true) ?? field.enter(query, text);
	return field.enter(query, text);
}

function lookingFor(asked: readonly ('service' | 'loaded')[], how: readonly How[]): fc.Arbitrary<Query> {
	const names = searchable.filter((field) => asked.includes(field.asked)).map(({ name }) => name);
	const hows = fc.array(fc.constantFrom(...how), { minLength: 4, maxLength: 4 });
	return fc
		.tuple(fc.subarray(names, { minLength: 2, maxLength: 4 }), fc.constantFrom(...rows), sort, hows)
		.map(([fields, row, order, each]) => looking(fields, row, order, each));
}

/** Queries of which the service is asked all, and nearly all of which find something in the sample tenant. */
export const queries: fc.Arbitrary<Query> = lookingFor(['service'], ['one']);

/** Queries of all kinds, nearly all of which find something in the sample tenant. */
export const findable: fc.Arbitrary<Query> = lookingFor(['service', 'loaded'], ['one', 'several', 'not']);
