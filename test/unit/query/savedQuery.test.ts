import assert from 'node:assert/strict';
import { everything, type Query } from '../../../src/query/query.ts';
import {
	readQueryName,
	readSavedQueries,
	type SavedQuery,
	savedForm,
} from '../../../src/query/savedQuery.ts';

const fine = { name: 'Fine', status: 'New' };
const fineRead: SavedQuery = { name: 'Fine', query: { ...everything, status: 'New' } };

describe('the setting of saved queries', () => {
	const reads = (entry: object, name: string, query: Partial<Query>) =>
		it(JSON.stringify(entry), () => {
			const expected = { saved: [{ name, query: { ...everything, ...query } }], problems: [] };
			assert.deepEqual(readSavedQueries([entry]), expected);
		});

	reads({ name: 'All' }, 'All', {});
	reads({ name: ' Two  words ' }, 'Two words', {});
	reads({ name: 'N', status: 'New', updatedSince: '30d', sort: 'oldest' }, 'N', {
		...{ status: 'New', updatedSince: '30d', sort: 'oldest' },
	});
	reads({ updatedSince: '2026-10-24', name: 'D' }, 'D', { updatedSince: '2026-10-24T00:00:00Z' });
	reads({ name: 'V', valueAtLeast: 5e4, currency: 'usd' }, 'V', { valueAtLeast: 50_000, currency: 'USD' });

	reads({ name: 'C', country: ['pl', 'DE', 'PL'] }, 'C', { country: ['DE', 'PL'] });
	reads({ name: 'S', status: { not: 'closed' } }, 'S', { status: { not: ['Closed'] } });
	reads({ name: 'O', status: ['Active'], text: { not: ['b', 'a'] } }, 'O', {
		status: 'Active',
		text: { not: ['a', 'b'] },
	});

	it('may be missing or empty', () => {
		for (const setting of [undefined, null, []])
			assert.deepEqual(readSavedQueries(setting), { saved: [], problems: [] });
	});

	it('stands flat in settings.json', () => {
		const form = savedForm({ name: 'N', query: { sort: 'newest', country: 'US', status: 'New' } });
		assert.equal(JSON.stringify(form), '{"name":"N","status":"New","country":"US","sort":"newest"}');
	});

	describe('reports, ignores, and reads the rest:', () => {
		const refuses = (entry: unknown, problem: string) =>
			it(JSON.stringify(entry) ?? 'undefined', () => {
				const { saved, problems } = readSavedQueries([fine, entry, { ...fine, name: 'Other' }]);
				assert.deepEqual(problems, [`partnerReferrals.queries[1]: ${problem}`]);
				assert.deepEqual(saved, [fineRead, { ...fineRead, name: 'Other' }]);
			});
		const object =
			'it is no object; an example that works is { "name": "New in the US", "status": "New", "country": "US" }.';

		refuses(null, object);
		refuses('status=New', object);
		refuses([], object);
		refuses({ status: 'New' }, 'Name: nothing was entered; an example that works is New in the US.');
		refuses({ name: 7 }, 'Name: nothing was entered; an example that works is New in the US.');
		refuses({ name: 'fine' }, 'Name: another query is called “fine”; an example that works is fine 2.');
		refuses(
			{ name: 'N', status: 'Nwe' },
			'Status: “Nwe” is none of New, Active, Closed; an example that works is New.',
		);
		refuses(
			{ name: 'N', teamEmail: ['a@b.c'] },
			'Team member: the value must be a string; an example that works is "teamEmail": "ada@contoso.com".',
		);
		const several = (field: string, key: string, example: string) =>
			`${field}: the value must be a string, a list of strings, or what is not to be; examples that work are ` +
			`"${key}": "${example}", "${key}": ["${example}"] and "${key}": { "not": ["${example}"] }.`;
		for (const country of [
			5,
			null,
			[5],
			['US', null],
			{},
			{ is: 'US' },
			{ not: 5 },
			{ not: ['US'], is: 'US' },
			[['US']],
		])
			refuses({ name: 'N', country }, several('Customer country', 'country', 'US'));
		refuses({ name: 'N', status: { not: { not: 'New' } } }, several('Status', 'status', 'New'));
		for (const status of [[], { not: [] }, '', ['']])
			refuses({ name: 'N', status }, 'Status: nothing was entered; an example that works is New.');
		refuses(
			{ name: 'N', status: ['New', 'Nwe'] },
			'Status: “Nwe” is none of New, Active, Closed; an example that works is New.',
		);
		refuses(
			{ name: 'N', valueAtLeast: '50000' },
			'Value at least: the value must be a number; an example that works is "valueAtLeast": 50000.',
		);
		refuses(
			{ name: 'N', valueAtMost: -1 },
			'Value at most: “-1” is no plain number from 0 on; an example that works is 250000.',
		);
		refuses(
			{ name: 'N', sort: 'value' },
			'Sort: “value” is none of newest, oldest, lastUpdated, firstUpdated, firstExpiring, highestValue, customer, longestInStage; an example that works is newest.',
		);
		refuses(
			{ name: 'N', sort: 1 },
			'Sort: the value must be a string; an example that works is "sort": "newest".',
		);
		refuses(
			{ name: 'N', status: 'Closed', substatus: 'Accepted' },
			'Status and substatus: a referral that is Closed is never Accepted; examples that work are ' +
				'Closed with Won, and Active with Accepted.',
		);
		for (const unknown of ['stauts', '__proto__', 'constructor', 'read'])
			it(`the unknown ${unknown}`, () => {
				const entry: unknown = JSON.parse(`{ "name": "N", "${unknown}": ["New"] }`);
				const { saved, problems } = readSavedQueries([entry, fine]);
				assert.deepEqual(saved, [fineRead]);
				assert.match(
					problems.join(),
					/^partnerReferrals\.queries\[0\]: Query: “\w+” is none of status, .*, sort; an example that works is status=New\.$/,
				);
			});

		it('a value that is no list', () => {
			for (const setting of [{}, 'x', 1]) {
				const { saved, problems } = readSavedQueries(setting);
				assert.deepEqual(saved, []);
				assert.match(
					problems.join(),
					/^partnerReferrals\.queries: the value is no list; an example that works is \[/,
				);
			}
		});

		it('each of several, by its place', () => {
			const { saved, problems } = readSavedQueries([1, fine, 2, fine]);
			assert.deepEqual(saved, [fineRead]);
			assert.deepEqual(
				problems.map((problem) => problem.slice(0, 27)),
				[0, 2, 3].map((index) => `partnerReferrals.queries[${index}]`),
			);
		});
	});

	describe('takes a name', () => {
		const others: readonly SavedQuery[] = [fineRead, { ...fineRead, name: 'fine 2' }];
		it('that no other has', () => assert.deepEqual(readQueryName(' Mine ', others), { value: 'Mine' }));
		it('or says which is free', () => {
			const refusal = 'Name: another query is called “FINE”; an example that works is FINE 3.';
			assert.deepEqual(readQueryName('FINE', others), { refusal });
		});
	});
});
