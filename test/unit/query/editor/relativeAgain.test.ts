import assert from 'node:assert/strict';
import fc from 'fast-check';
import { relativeAgain } from '../../../../src/query/editor/relativeAgain.ts';
import { filterText } from '../../../../src/query/odata/odata.ts';
import { readOdata } from '../../../../src/query/odata/read.ts';
import type { Query } from '../../../../src/query/query.ts';
import { anyQuery } from '../queries.ts';

const shownAt = Date.parse('2026-11-25T08:30:15.678Z');
type Conditions = Omit<Query, 'sort'>;

describe('a filter edited as text', () => {
	const edits = (name: string, before: Conditions, edit: (text: string) => string, after: Conditions) =>
		it(name, () => assert.deepEqual(edited(before, edit), after));

	const untouched = (text: string) => text;
	edits('keeps a relative date', { updatedSince: '30d' }, untouched, { updatedSince: '30d' });
	edits('keeps two', { updatedSince: '3m', updatedBefore: '1h' }, untouched, {
		...{ updatedSince: '3m', updatedBefore: '1h' },
	});
	edits(
		'keeps a relative date when something else is changed',
		{ updatedSince: '30d', status: 'New' },
		(text) => text.replace('New', 'Active'),
		{ updatedSince: '30d', status: 'Active' },
	);
	edits(
		'takes the date that is written',
		{ updatedSince: '30d' },
		() => 'updatedDateTime ge 2026-10-24T00:00:00Z',
		{ updatedSince: '2026-10-24T00:00:00Z' },
	);
	edits('takes a date away', { updatedSince: '30d', status: 'New' }, () => "status eq 'New'", {
		status: 'New',
	});
	edits('keeps a date as it is', { updatedBefore: '2026-10-24T00:00:00Z' }, untouched, {
		updatedBefore: '2026-10-24T00:00:00Z',
	});
	edits(
		'takes the other date for what it is',
		{ updatedSince: '30d' },
		(text) => text.replace(' ge ', ' lt '),
		{ updatedBefore: '2026-10-26T08:30:15Z' },
	);

	it('is what it was when nothing is changed, whatever it is', () => {
		const property = fc.property(anyQuery, (query) => {
			assert.deepEqual(edited(query, untouched), askedOfService(query));
		});
		fc.assert(property, { seed: 61, numRuns: 2_000 });
	});
});

function edited(before: Conditions, edit: (text: string) => string): Conditions {
	const read = readOdata(edit(filterText(before, shownAt)));
	return 'query' in read ? relativeAgain(read.query, before, shownAt) : assert.fail(read.refusal);
}

function askedOfService(query: Query): Conditions {
	const { sort, text, valueAtLeast, valueAtMost, currency, expiresWithin, product, solutionArea, ...rest } =
		query;
	return rest;
}
