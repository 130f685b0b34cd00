import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Referral } from '../../../../src/partner/referral.ts';
import { differencesOf } from '../../../../src/referral/sides/differences.ts';
import { received } from '../../received.ts';

/** What of a referral can differ, as it stands on the wire. */
interface Wire {
	readonly status?: unknown;
	readonly substatus?: unknown;
	readonly dealValue?: unknown;
	readonly currency?: unknown;
	readonly closingDateTime?: unknown;
}

function referral({ status, substatus, ...details }: Wire): Referral {
	return received({ id: 'a', status, substatus, details }).referral;
}

function fieldsOf(one: Wire, other: Wire): string {
	return differencesOf(referral(one), referral(other))
		.map(({ field }) => field)
		.join(' ');
}

describe('two sides of one deal', () => {
	const differ = (expected: string, why: string, one: Wire, other: Wire) =>
		it(`${expected ? `differ in ${expected}` : 'agree'} ${why}`, () => {
			assert.equal(fieldsOf(one, other), expected);
			assert.equal(fieldsOf(other, one), expected);
		});
	const same = (why: string, one: Wire, other: Wire) => differ('', why, one, other);

	differ('status', 'where one is closed', { status: 'Active' }, { status: 'Closed' });
	differ(
		'status',
		'where both are closed otherwise',
		{ status: 'Closed', substatus: 'Won' },
		{ status: 'Closed', substatus: 'Lost' },
	);
	differ('status', 'of a word that nobody knows', { status: 'Paused' }, { status: 'Active' });
	same(
		'in other letters of the same status',
		{ status: 'closed', substatus: 'WON' },
		{ status: 'Closed', substatus: 'Won' },
	);
	same('where one has no status', {}, { status: 'Closed', substatus: 'Won' });
	same(
		'where one has no substatus',
		{ status: 'Closed', substatus: 'None' },
		{ status: 'Closed', substatus: 'Won' },
	);
	same('where a status is no text', { status: 7 }, { status: 'Closed' });

	differ('value', 'by a cent', { dealValue: 50_000 }, { dealValue: 50_000.01 });
	differ(
		'value',
		'of the same number in another currency',
		{ dealValue: 50_000, currency: 'USD' },
		{ dealValue: 50_000, currency: 'EUR' },
	);
	differ('value', 'where one has no currency', { dealValue: 1, currency: 'USD' }, { dealValue: 2 });
	same('of the same number, where one has no currency', { dealValue: 1, currency: 'USD' }, { dealValue: 1 });
	same(
		'in other letters of the same currency',
		{ dealValue: 1, currency: ' usd' },
		{ dealValue: 1, currency: 'USD' },
	);
	same('where one value is a text', { dealValue: '80000.00' }, { dealValue: 80_000 });
	same('where one has no value', { currency: 'USD' }, { dealValue: 80_000, currency: 'EUR' });
	differ('value', 'where one is worth nothing', { dealValue: 0 }, { dealValue: 80_000 });
	same('on nothing', { dealValue: 0 }, { dealValue: -0 });

	const closing = (closingDateTime: unknown): Wire => ({ closingDateTime });
	differ('closing', 'by a day', closing('2026-05-01T00:00:00Z'), closing('2026-05-02T00:00:00Z'));
	differ('closing', 'by midnight', closing('2026-05-01T23:59:59Z'), closing('2026-05-02T00:00:00Z'));
	same(
		'at another time of the day',
		closing('2026-05-01T00:00:00Z'),
		closing('2026-05-01T23:59:59.9999999Z'),
	);
	same('in another time zone', closing('2026-05-01T01:00:00+02:00'), closing('2026-04-30T05:00:00Z'));
	same('where one date was never set', closing('0001-01-01T00:00:00Z'), closing('2026-05-01T00:00:00Z'));
	same('where one date is none', closing('soon'), closing('2026-05-01T00:00:00Z'));
	same('where one has no date', {}, closing('2026-05-01T00:00:00Z'));
	same('where both have no details', {}, {});

	differ(
		'status value closing',
		'in this order',
		{ status: 'New', dealValue: 1, closingDateTime: '2026-05-01T00:00:00Z' },
		{ status: 'Active', dealValue: 2, closingDateTime: '2027-05-01T00:00:00Z' },
	);
});

describe('any two referrals', () => {
	const odd = fc.constantFrom<unknown>(undefined, null, '', ' ', 7, {}, [], 'İ', 'constructor');
	const wire: fc.Arbitrary<Wire> = fc.record({
		status: fc.oneof(fc.constantFrom('New', 'new', 'Active', 'Closed', 'None'), odd),
		substatus: fc.oneof(fc.constantFrom('Pending', 'WON', 'Won', 'Lost', 'None'), odd),
		dealValue: fc.oneof(fc.constantFrom<unknown>(0, -0, 1, '1', 1.5, '1e400'), odd),
		currency: fc.oneof(fc.constantFrom('USD', 'usd', 'EUR', ' EUR '), odd),
		closingDateTime: fc.oneof(
			fc.constantFrom(
				'2026-05-01T00:00:00Z',
				'2026-05-01T23:00:00Z',
				'2026-05-02T00:00:00+09:00',
				'0001-01-01',
			),
			odd,
		),
	});
	const options = { seed: 12, numRuns: 5_000 };

	it('differ alike, whichever is named first', () => {
		fc.assert(
			fc.property(wire, wire, (one, other) => assert.equal(fieldsOf(one, other), fieldsOf(other, one))),
			options,
		);
	});

	it('agree with themselves', () => {
		fc.assert(
			fc.property(wire, (one) => assert.equal(fieldsOf(one, one), '')),
			options,
		);
	});

	it('agree where one of them says nothing', () => {
		fc.assert(
			fc.property(wire, (one) => assert.equal(fieldsOf(one, {}), '')),
			options,
		);
	});
});
