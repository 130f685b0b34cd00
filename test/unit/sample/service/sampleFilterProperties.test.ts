import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SampleReferral } from '../../../../src/sample/invent/sampleReferral.ts';
import { ask, askAll, filtered, idsOf, tenant } from '../sampleAsk.ts';

/** A condition that knows how it is written and, apart from the service, when it holds. */
interface Condition {
	readonly text: string;
	readonly holds: (row: SampleReferral) => boolean;
}

const settings = { seed: 20_190_521, numRuns: 80 };
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Texts that occur in the tenant, and others, quotes included. */
function texts(read: (row: SampleReferral) => string | undefined): fc.Arbitrary<string> {
	const present = tenant.referrals.flatMap((row) => read(row) ?? []);
	return fc.oneof(fc.constantFrom(...present), fc.string({ unit: 'grapheme', maxLength: 12 }));
}

function equal(
	path: string,
	read: (row: SampleReferral) => string | undefined,
	literals: fc.Arbitrary<string>,
) {
	return literals.map(
		(literal): Condition => ({
			text: `${path} eq ${quoted(literal)}`,
			holds: (row) => read(row) === literal,
		}),
	);
}

function choice(path: string, read: (row: SampleReferral) => string | undefined, members: readonly string[]) {
	return equal(path, read, fc.constantFrom(...members));
}

const teamMails = fc.constantFrom(
	...new Set(tenant.referrals.flatMap(({ team }) => [team ?? []].flat().flatMap(({ email }) => email ?? []))),
	'nobody@example.com',
);
const variables = fc.constantFrom('t', 'x', 'member', 'team', '_1');

const onTeam = fc.record({ mail: teamMails, variable: variables, plain: fc.boolean() }).map(
	({ mail, variable, plain }): Condition => ({
		text: plain ? `email eq ${quoted(mail)}` : `team/any(${variable}:${variable}/email eq ${quoted(mail)})`,
		holds: ({ team }) => [team ?? []].flat().some(({ email }) => email === mail),
	}),
);

/** Nanoseconds / 100 since 1970; written out here so that it owes nothing to the service's own reading. */
function ticks(text: string): bigint {
	const [whole = '', digits = ''] = text.replace('Z', '').split('.');
	return BigInt(Date.parse(`${whole}Z`)) * 10_000n + BigInt(digits.padEnd(7, '0'));
}

const compared: Readonly<Record<string, (left: bigint, right: bigint) => boolean>> = {
	eq: (left, right) => left === right,
	ge: (left, right) => left >= right,
	gt: (left, right) => left > right,
	le: (left, right) => left <= right,
	lt: (left, right) => left < right,
};

const updated = fc
	.record({
		operator: fc.constantFrom(...Object.keys(compared)),
		date: fc.constantFrom(...tenant.referrals.map(({ updatedDateTime }) => updatedDateTime)),
		quotes: fc.boolean(),
	})
	.map(
		({ operator, date, quotes }): Condition => ({
			text: `updatedDateTime ${operator} ${quotes ? quoted(date) : date}`,
			holds: (row) => compared[operator]?.(ticks(row.updatedDateTime), ticks(date)) ?? false,
		}),
	);

const leaf = fc.oneof(
	choice('status', (row) => row.status, ['None', 'New', 'Active', 'Closed', 'Paused']),
	choice('substatus', (row) => row.substatus, ['Pending', 'Accepted', 'Won', 'Expired', 'OnHold', 'None']),
	choice('qualification', (row) => row.qualification, ['Direct', 'MarketingQualified', 'AIQualified']),
	choice('direction', (row) => row.direction, ['Incoming', 'Outgoing']),
	choice('type', (row) => row.type, ['Shared', 'Independent', 'Hybrid']),
	equal(
		'customerProfile/address/country',
		(row) => row.customerProfile.address?.country,
		texts((row) => row.customerProfile.address?.country),
	),
	equal(
		'engagementId',
		(row) => row.engagementId,
		texts((row) => row.engagementId),
	),
	onTeam,
	updated,
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
	condition: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		leaf,
		tie('condition').map(({ text, holds }): Condition => ({ text: `( ${text})`, holds })),
		fc.tuple(tie('condition'), tie('condition')).map(
			([one, other]): Condition => ({
				text: `${one.text} and ${other.text}`,
				holds: (row) => one.holds(row) && other.holds(row),
			}),
		),
	),
}));

/** Pieces that filters are made of, in no sensible order. */
const garbage = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc
		.array(
			fc.constantFrom(
				...["status eq 'New'", ' and ', '(', ')', "'", 'team/any(t:', 't/email', ' eq ', '/', ':', ' or '],
				...['updatedDateTime ge ', '2026-03-01T00:00:00Z', 'not ', 'null', ',', '%', '\u0000', '🚀'],
			),
			{ maxLength: 12 },
		)
		.map((pieces) => pieces.join('')),
);

describe('any $filter of the sample service', () => {
	it('gives the rows that hold', async function () {
		this.timeout(30_000);
		await fc.assert(
			fc.asyncProperty(condition, async ({ text, holds }) => {
				assert.deepEqual(idsOf(await askAll(filtered(text))), idsOf(tenant.referrals.filter(holds)));
			}),
			settings,
		);
	});

	it('that is garbage is answered 200 or 400', async function () {
		this.timeout(30_000);
		await fc.assert(
			fc.asyncProperty(garbage, async (text) => {
				const { status, body } = await ask(filtered(text));
				assert.ok(status === 200 || (status === 400 && body.error?.target === '$filter'), text);
			}),
			{ ...settings, numRuns: 1_000 },
		);
	});

	it('that is not even encoded is answered 200 or 400', async function () {
		this.timeout(30_000);
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
				const { status } = await ask(`?$filter=${text}`);
				assert.ok(status === 200 || status === 400, text);
			}),
			{ ...settings, numRuns: 1_000 },
		);
	});
});
