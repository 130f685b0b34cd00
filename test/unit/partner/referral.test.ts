import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { JsonObject } from '../../../src/partner/json.ts';
import { type Received, readReferral } from '../../../src/partner/referral.ts';
import { received } from '../received.ts';
import { tenant } from '../sample/sampleAsk.ts';

const { value: seedItems }: { value: JsonObject[] } = JSON.parse(
	readFileSync(new URL('../fixtures/seed-list-repaired.json', import.meta.url), 'utf8'),
);
const sampleRows: readonly JsonObject[] = JSON.parse(JSON.stringify(tenant.referrals));
const [leadItem = {}, coSellItem = {}] = seedItems;

describe('a referral', () => {
	describe('of the documented sample', () => {
		it('keeps its JSON as it is', () => {
			for (const item of [...seedItems, ...sampleRows]) {
				const before = JSON.stringify(item);
				assert.equal(received(item).json, item);
				assert.equal(JSON.stringify(item), before);
			}
		});
		it('the lead', () => {
			assert.deepEqual(defined(received(leadItem).referral), {
				id: 'c5fbb3b6-be74-4795-9fb5-4324c73fed37',
				engagementId: '65edc0b5-3485-41b7-a17e-dfa9ef4706e2',
				externalReferenceId: '',
				status: 'New',
				substatus: 'Pending',
				type: 'Independent',
				qualification: 'Direct',
				createdDateTime: '2018-10-30T21:03:42.4579542Z',
				updatedDateTime: '2018-10-30T21:03:42.4579542Z',
				expirationDateTime: '2018-11-13T00:00:00Z',
				customerProfile: {
					name: 'Fabrikam Customer Inc',
					address: { city: 'Redmond', state: 'WA', country: 'US' },
				},
				details: {},
			});
		});
		it('the co-sell opportunity', () => {
			const { details, inviteContext, createdDateTime } = received(coSellItem).referral;
			assert.deepEqual(details, { dealValue: 50000, currency: 'USD' });
			assert.deepEqual(inviteContext?.invitedBy, { organizationId: 'msft', organizationName: 'Microsoft' });
			assert.equal(createdDateTime, '2018-10-29T21:24:52.040469Z');
		});
	});

	it('of the sample tenant has every field that came as a text', () => {
		for (const row of sampleRows) {
			const referral: JsonObject = received(row).referral;
			for (const name of ['id', 'name', 'status', 'substatus', 'type', 'direction', 'expirationDateTime'])
				assert.equal(referral[name], typeof row[name] === 'string' ? row[name] : undefined);
		}
	});

	describe('stands although', () => {
		const id = 'r1';
		const stands = (name: string, fields: object, expected: object = {}) =>
			it(name, () => {
				const { referral, json } = received({ id, ...fields });
				assert.deepEqual(defined(referral), { id, ...expected });
				assert.deepEqual(json, { id, ...fields });
			});

		stands('there is nothing but an id', {});
		stands('texts are null', { name: null, status: null, expirationDateTime: null });
		stands('texts are other things', { name: 7, status: [], substatus: {}, type: true });
		stands('values are unknown', { status: 'Paused', type: 'Hybrid' }, { status: 'Paused', type: 'Hybrid' });
		stands('the customer is a text', { customerProfile: 'Contoso' });
		stands('the customer is null', { customerProfile: null });
		stands('the customer is a list', { customerProfile: [] });
		stands('the address is a text', { customerProfile: { address: 'here' } }, { customerProfile: {} });
		stands(
			'a part of the address is odd',
			{ customerProfile: { name: 'A', address: { city: 7, country: 'us' } } },
			{ customerProfile: { name: 'A', address: { country: 'us' } } },
		);
		stands('ids is a list', { customerProfile: { ids: [{ profileType: 'Duns' }] } }, { customerProfile: {} });
		stands('the team is null', { team: null, inviteContext: null });
		stands('the inviter is odd', { inviteContext: { invitedBy: 'msft' } }, { inviteContext: {} });
		stands('it has its prototype in a field', JSON.parse('{"__proto__":{"name":"no"},"constructor":1}'));
		const worth = (value: unknown, dealValue?: number) =>
			stands(
				`the deal is worth ${JSON.stringify(value)}`,
				{ details: { dealValue: value } },
				{ details: dealValue === undefined ? {} : { dealValue } },
			);
		worth(0, 0);
		worth(1.25, 1.25);
		worth(-5, -5);
		worth('125000.50', 125_000.5);
		worth(' 7 ', 7);
		worth('');
		worth('  ');
		worth('1,000');
		worth('much');
		worth('Infinity');
		worth('NaN');
		worth(null);
		worth([]);
		worth({});
		worth(true);
		worth(JSON.parse('1e999'));
	});

	describe('has the mail addresses of its team', () => {
		const worksOn = (team: unknown, ...mails: string[]) =>
			it(JSON.stringify(team), () => assert.deepEqual(received({ id: 'r1', team }).referral.team, mails));

		worksOn([]);
		worksOn(
			[{ email: 'ada@contoso.com' }, { email: 'ben@contoso.com' }],
			'ada@contoso.com',
			'ben@contoso.com',
		);
		worksOn({ email: 'ada@contoso.com' }, 'ada@contoso.com');
		worksOn([{ firstName: 'Ada' }, { email: null }, { email: 7 }], '', '', '');
		worksOn([null, 'ada@contoso.com', 7, []]);
		worksOn('ada@contoso.com');
		worksOn({});

		it('and none where nothing was sent', () => {
			assert.equal(received({ id: 'r1' }).referral.team, undefined);
			assert.equal(received({ id: 'r1', team: null }).referral.team, undefined);
		});
	});

	describe('cannot be read without an id', () => {
		const lost = (json: unknown) =>
			it(JSON.stringify(json), () => assert.deepEqual(readReferral(json), { kind: 'unreadable', json }));

		lost(null);
		lost('row');
		lost(7);
		lost([]);
		lost([{ id: 'a' }]);
		lost({});
		lost({ id: '' });
		lost({ id: 42 });
		lost({ id: null });
		lost({ Id: 'a' });
		lost(JSON.parse('{"__proto__":{"id":"a"}}'));
	});

	describe('whatever was done to it', () => {
		const rows = fc.constantFrom(...seedItems, ...sampleRows.slice(0, 200));
		const junk = fc.oneof(
			fc.constantFrom<unknown>(null, '', 0, -1, [], {}, true, 'x'.repeat(10), [null], { id: 1 }),
			fc.jsonValue({ maxDepth: 3 }),
		);

		it('never throws, and stands while it has an id', () => {
			fc.assert(
				fc.property(rows, fc.infiniteStream(fc.nat(99)), junk, (row, dice, value) => {
					const json = mutated(row, value, dice);
					const read = readReferral(json);
					assert.equal(read.json, json);
					assert.equal(read.kind, hasId(json) ? 'received' : 'unreadable');
					if (read.kind === 'received') assertTyped(read);
				}),
				{ seed: 6, numRuns: 10_000 },
			);
		});
		it('or is no referral at all', () => {
			fc.assert(
				fc.property(fc.jsonValue(), (json) => assert.equal(readReferral(json).kind, 'unreadable')),
				{ seed: 7, numRuns: 2_000 },
			);
		});
	});
});

/** Without the members that are undefined, at every depth. */
function defined(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}

/** A copy in which one place in ten holds the value instead, or nothing. */
function mutated(json: unknown, value: unknown, dice: Iterator<number>): unknown {
	const roll = dice.next().value ?? 99;
	if (roll < 6) return value;
	if (Array.isArray(json)) return json.map((element) => mutated(element, value, dice));
	if (typeof json !== 'object' || json === null) return json;
	const entries = Object.entries(json).filter(() => (dice.next().value ?? 99) > 3);
	return Object.fromEntries(entries.map(([name, part]) => [name, mutated(part, value, dice)]));
}

function hasId(json: unknown): boolean {
	return (
		typeof json === 'object' &&
		json !== null &&
		!Array.isArray(json) &&
		'id' in json &&
		typeof json.id === 'string' &&
		json.id !== ''
	);
}

function assertTyped({ referral }: Received): void {
	const { customerProfile, details, inviteContext, team, ...texts } = referral;
	for (const text of Object.values(texts)) assert.ok(text === undefined || typeof text === 'string');
	const { name, address } = customerProfile ?? {};
	for (const text of [name, ...Object.values(address ?? {}), details?.currency, details?.closingDateTime])
		assert.ok(text === undefined || typeof text === 'string');
	assert.ok(details?.dealValue === undefined || Number.isFinite(details.dealValue));
	assert.ok(typeof (details?.customerRequestedContact ?? true) === 'boolean');
	for (const mail of team ?? []) assert.equal(typeof mail, 'string');
	assert.ok(typeof (inviteContext?.invitedBy?.organizationId ?? '') === 'string');
}
