import assert from 'node:assert/strict';
import { ListedReferral } from '../../../../src/listing/arranging/listed.ts';
import { factsOf } from '../../../../src/listing/since/facts.ts';
import type { JsonObject } from '../../../../src/partner/json.ts';
import type { TableColumn } from '../../../../src/pipeline/columns/column.ts';
import {
	columnCalled,
	groupingColumns,
	tableColumns,
	usualColumns,
} from '../../../../src/pipeline/columns/columns.ts';
import { folded } from '../../../../src/text/folded.ts';
import { received } from '../../received.ts';
import { contextOf, rowOf, sampleRows } from './around.ts';

const context = contextOf();
const column = (id: string): TableColumn => columnCalled(id) ?? assert.fail(id);

/** A row whose JSON nobody may look at. */
class Packed extends ListedReferral {
	#isMade = false;

	constructor(json: object) {
		super(received(json), { whole: false });
		this.#isMade = true;
	}

	override get json(): JsonObject {
		if (this.#isMade) throw new Error('It was unpacked.');
		return super.json;
	}
}

describe('a cell', () => {
	const says = (id: string, json: object, words: string) =>
		it(`of ${id} says "${words}"`, () => assert.equal(column(id).words(rowOf(json), context), words));

	says('label', { name: 'Cloud &amp; data', customerProfile: { name: 'Contoso' } }, 'Cloud & data');
	says('label', { customerProfile: { name: 'Contoso' } }, 'Contoso');
	says('label', {}, 'an-id');
	says('customerProfile.name', { customerProfile: { name: 'Con\n toso' } }, 'Con toso');
	says('customerProfile.name', {}, '');
	says('stage', { status: 'New', substatus: 'Pending' }, 'New › Pending');
	says('stage', { status: 'Paused' }, 'Paused');
	says('stage', {}, '');
	says('status', { status: 'Active' }, 'Active');
	says('category', { type: 'Independent', qualification: 'Direct' }, 'Marketplace lead');
	says('timeLeft', { status: 'New', expirationDateTime: '2026-03-18T10:30:00Z' }, 'expires in 3 days');
	says('timeLeft', { status: 'Active', expirationDateTime: '2026-03-18T10:30:00Z' }, '');
	says('details.dealValue', { details: { dealValue: 1200, currency: 'EUR' } }, '€1,200');
	says('details.dealValue', { details: { dealValue: '7.5' } }, '7.5');
	says('details.currency', { details: { currency: 'eur' } }, 'eur');
	says('details.closingDateTime', { details: { closingDateTime: '2026-04-01T00:00:00Z' } }, 'Apr 1, 2026');
	says('updatedDateTime', { updatedDateTime: '2026-04-01T08:00:00Z' }, 'Apr 1, 2026, 8:00 AM UTC');
	says('updatedDateTime', { updatedDateTime: '0001-01-01T00:00:00Z' }, '');
	says('updatedDateTime', { updatedDateTime: 'soon' }, 'soon');
	says(
		'customerProfile.address.country',
		{ customerProfile: { address: { country: 'DE' } } },
		'Germany (DE)',
	);
	says(
		'customerProfile.address',
		{ customerProfile: { address: { addressLine1: 'Main St 1', city: 'Ulm', country: 'DE' } } },
		'Main St 1, Ulm, Germany (DE)',
	);
	says('customerProfile.size', { customerProfile: { size: '51to250employees' } }, '51 to 250 employees');
	says('daysInStage', { status: 'Active', acceptedDateTime: '2026-03-01T10:30:00Z' }, '14');
	says('daysInStage', { status: 'Active', acceptedDateTime: '2026-03-16T10:30:00Z' }, '');
	says('daysInStage', { status: 'Active' }, '');
	says('closeMonth', { details: { closingDateTime: '2026-04-01T00:00:00Z' } }, 'April 2026');
	says('closeQuarter', { details: { closingDateTime: '2026-04-01T00:00:00Z' } }, 'FY26 Q4 (Apr – Jun 2026)');
	says('closeQuarter', {}, '');
	says(
		'colleagues',
		{ team: [{ email: 'ada@contoso.com' }, { firstName: 'B' }, { email: 'c@contoso.com' }] },
		'ada@contoso.com, c@contoso.com',
	);
	says(
		'attention',
		{ status: 'Active', acceptedDateTime: '2026-03-14T00:00:00Z' },
		'no value, no close date, nobody in the team',
	);
	says('details.customerRequestedContact', { details: { customerRequestedContact: true } }, 'Yes');
	says('favorite', { favorite: false }, 'No');
	says('details.notes', { details: { notes: 'One.\nTwo.' } }, 'One. Two.');
	says('tags', { tags: ['a', '', 'b'] }, 'a; b');
	says('target', { target: [{ type: 'Partner', id: '42' }] }, 'Partner: 42');
	says(
		'customerProfile.team',
		{ customerProfile: { team: [{ firstName: 'Ada', lastName: 'L.' }, { email: 'b@c.de' }] } },
		'Ada L.; b@c.de',
	);
	says('customerProfile.team', { customerProfile: { team: { firstName: 'Ada' } } }, 'Ada');
	says('customerProfile.ids', { customerProfile: { ids: [{ profileType: 'Duns', id: '12' }] } }, '12');
	says('mpnId', { mpnId: 12 }, '12');
	says('mpnId', { mpnId: null }, '');

	it('says what is new, and when rows were seen', () => {
		const marked = contextOf({ markOf: () => ({ kind: 'new', now: factsOf(rowOf({})) }) });
		assert.equal(column('news').words(rowOf({}), marked), 'new');
		assert.equal(column('news').keyOf(rowOf({}), marked), 0);
		assert.equal(column('news').words(rowOf({}), context), '');
	});
});

describe('the columns of the table', () => {
	for (const each of tableColumns) {
		it(`${each.id} has one line for each row, and keys and values that go with it`, () => {
			for (const row of sampleRows) holdsTogether(each, row);
			assert.equal(new Set(sampleRows.map((row) => typeof each.keyOf(row, context))).size, 1);
			assert.notEqual(each.label(), '');
		});
	}

	it('look into no JSON but where they say so', () => {
		const rows = sampleRows.slice(0, 200).map((row) => new Packed(row.json));
		for (const each of tableColumns.filter(({ needsJson }) => !needsJson)) {
			for (const row of rows) {
				each.words(row, context);
				each.keyOf(row, context);
				each.values?.of(row, context);
			}
		}
	});

	it('are told apart by their ids', () => {
		assert.equal(new Set(tableColumns.map(({ id }) => id)).size, tableColumns.length);
		assert.equal(columnCalled('constructor'), undefined);
	});

	it('begin with the deal, and those that one wants at once are at hand', () => {
		assert.equal(usualColumns[0]?.id, 'label');
		assert.equal(usualColumns.length, 9);
		assert.ok(usualColumns.every(({ needsJson }) => !needsJson));
	});

	it('group by whatever many referrals have in common', () => {
		const ids = groupingColumns.map(({ id }) => id);
		for (const id of [
			'stage',
			'closeMonth',
			'closeQuarter',
			'colleagues',
			'solutionAreas',
			'customerProfile.name',
		])
			assert.ok(ids.includes(id), id);
		assert.ok(!ids.includes('label') && !ids.includes('details.dealValue'));
	});
});

/** Words, key and values of a row tell the same. */
function holdsTogether(each: TableColumn, row: ListedReferral): void {
	const words = each.words(row, context);
	assert.doesNotMatch(words, /[\n\r\t]|^\s|\s$|undefined|NaN|\[object/);
	const key = each.keyOf(row, context);
	if (each.filterKind === 'words') assert.equal(key, foldedAs(words, key));
	const of = each.values?.of(row, context) ?? [];
	const values = (typeof of === 'string' ? [of] : of).filter((value) => value !== '');
	if (words === '') assert.deepEqual(values, []);
	for (const value of values) assert.notEqual(each.values?.label(value, context), '', value);
}

/** What is longer than a line is found by all of it. */
function foldedAs(words: string, key: string | number): string | number {
	return words.endsWith('…') ? key : folded(words);
}
