import assert from 'node:assert/strict';
import { everything, isFiltered, type Query } from '../../../src/query/query.ts';
import { queryText, quotedQueryText } from '../../../src/query/text.ts';
import { Random } from '../../../src/sample/invent/random.ts';

describe('a query', () => {
	const said = (query: Partial<Query>, filtered: boolean, text: string) =>
		it(`${JSON.stringify(query)}: ${text || '(nothing)'}`, () => {
			assert.equal(isFiltered({ ...everything, ...query }), filtered);
			assert.equal(queryText({ ...everything, ...query }, 'en-US'), text);
		});

	said({}, false, '');
	said({ sort: 'oldest' }, false, 'oldest first');
	said({ status: 'New' }, true, 'New');
	said({ substatus: 'Won' }, true, 'Won');
	said({ status: 'Closed', substatus: 'Won' }, true, 'Closed › Won');
	said({ engagementId: 'e-1' }, true, 'engagement e-1');
	said({ teamEmail: 'a@b.c' }, true, 'team a@b.c');
	said({ updatedSince: '2026-10-24T08:05:00Z' }, true, 'updated since Oct 24, 2026, 8:05 AM UTC');
	said({ updatedSince: '2026-10-24T00:00:00Z' }, true, 'updated since Oct 24, 2026');
	said({ updatedSince: '30d' }, true, 'updated in the last 30 days');
	said({ updatedSince: '1w' }, true, 'updated in the last week');
	said({ updatedBefore: '1y' }, true, 'updated before the last year');
	said({ updatedBefore: '2026-10-24T00:00:00Z' }, true, 'updated before Oct 24, 2026');
	said({ qualification: 'SalesQualified' }, true, 'qualification sales qualified');
	said({ direction: 'Incoming', type: 'Shared', country: 'US' }, true, 'incoming · shared · country US');
	said(
		{ status: ['New', 'Active'], country: ['DE', 'PL', 'US'] },
		true,
		'New or Active · country DE, PL, or US',
	);
	said({ status: { not: ['Closed'] }, country: { not: ['PL'] } }, true, 'not Closed · country not PL');
	said({ status: 'Closed', substatus: { not: ['Won', 'Lost'] } }, true, 'Closed › not Won or Lost');
	said(
		{ direction: { not: ['Incoming'] }, type: ['Shared', 'Independent'] },
		true,
		'not incoming · shared or independent',
	);
	said(
		{ text: { not: ['contoso', 'fabrikam'] }, product: ['Azure', 'Teams'] },
		true,
		'not “contoso” or “fabrikam” · product Azure or Teams',
	);
	said({ valueAtLeast: 5, currency: ['EUR', 'USD'] }, true, 'at least 5 · currency EUR or USD');
	said({ valueAtLeast: 5, currency: { not: ['EUR'] } }, true, 'at least 5 · currency not EUR');
	said({ advanced: "a ne 'x'" }, true, "OData a ne 'x'");
	said({ text: 'con\u202etoso' }, true, '“contoso”');
	said({ valueAtLeast: 50000 }, true, 'at least 50,000');
	said({ valueAtLeast: 0, valueAtMost: 1.5, currency: 'EUR' }, true, 'at least €0 · at most €1.50');
	said({ currency: 'EUR' }, true, 'value in EUR');
	said({ expiresWithin: '7d' }, true, 'expires in the next 7 days');
	said({ product: 'Azure' }, true, 'product Azure');
	said({ solutionArea: { not: ['Security'] } }, true, 'solution area not Security');
	said({ sort: 'lastUpdated' }, false, 'last updated first');
	said({ sort: 'firstUpdated' }, false, 'longest untouched first');
	said({ status: 'New', teamEmail: 'a@b.c', sort: 'oldest' }, true, 'New · team a@b.c · oldest first');
});

describe('a query that a link brings', () => {
	const said = (query: Partial<Query>, text: string) =>
		it(text.slice(0, 100), () => assert.equal(quotedQueryText({ ...everything, ...query }, 'en-US'), text));

	said({ status: 'New', country: 'US' }, 'New · country US');
	said({ advanced: "name eq '”. Agree'" }, `OData “name eq '". Agree'”`);
	said({ product: 'x · everything' }, 'product “x · everything”');
	said({ text: 'a” · New' }, '“a" · New”');
	said(
		{ text: { not: ['a', 'b” or everything'] }, product: ['x', 'y'] },
		'not “a” or “b" or everything” · product “x” or “y”',
	);
	said({ engagementId: '«e»', teamEmail: 'a„@b.c' }, 'engagement “"e"” · team “a"@b.c”');

	const long = `name eq '${'x'.repeat(1980)}'`;
	said({ advanced: long }, `OData “${long}”`);
});

describe('what a link was free to write', () => {
	it('stays within its quotes, whatever it is', () => {
		const random = new Random(23);
		const parts = [
			'“',
			'”',
			'„',
			'«',
			'»',
			'"',
			"'",
			' · ',
			'New',
			'country US',
			'\u202e',
			'\n',
			'.',
			' ',
		] as const;
		const words = () => Array.from({ length: random.whole(1, 9) }, () => random.pick(parts)).join('');
		for (let round = 0; round < 3000; round++) {
			const query = {
				...everything,
				text: words(),
				product: words(),
				advanced: words(),
				engagementId: words(),
			};
			const ours = quotedQueryText(query, 'en-US').replace(/“[^“”]*”/g, '“”');
			assert.equal(ours, 'engagement “” · OData “” · “” · product “”');
		}
	});
});
