import assert from 'node:assert/strict';
import fc from 'fast-check';
import { queryLink, readQueryLink } from '../../../src/query/link.ts';
import { everything, type Query } from '../../../src/query/query.ts';

describe('a link to a query', () => {
	const links = (query: Partial<Query>, link: string) =>
		it(link, () => {
			assert.equal(queryLink({ ...everything, ...query }), link);
			assert.deepEqual(readQueryLink(decodeURIComponent(link)), { query: { ...everything, ...query } });
		});

	links({}, 'sort=newest');
	links(
		{ status: 'New', country: 'US', updatedSince: '30d', sort: 'oldest' },
		'status=New&updatedSince=30d&country=US&sort=oldest',
	);
	links(
		{ updatedSince: '2026-10-24T00:00:00Z', teamEmail: 'a@b.c' },
		'updatedSince=2026-10-24T00:00:00Z&teamEmail=a@b.c&sort=newest',
	);
	links({ country: ['DE', 'PL'] }, 'country=DE&country=PL&sort=newest');
	links({ status: { not: ['Closed'] } }, 'status!=Closed&sort=newest');
	links(
		{ text: { not: ['a!=b', 'c, d'] }, product: ['!', 'x'] },
		'text!=a%2521%253Db&text!=c%252C+d&product=%2521&product=x&sort=newest',
	);
	links({ valueAtLeast: 1250.5 }, 'valueAtLeast=1250.5&sort=newest');
	links({ text: 'a & b=c + 100% #' }, 'text=a+%2526+b%253Dc+%252B+100%2525+%2523&sort=newest');
	links({ text: '%26&%2526' }, 'text=%252526%2526%25252526&sort=newest');
	links({ advanced: "a ne 'é'" }, 'advanced=a+ne+%2527%25C3%25A9%2527&sort=newest');

	it('may leave out what is as always', () => {
		assert.deepEqual(readQueryLink(''), { query: everything });
		assert.deepEqual(readQueryLink('status=new'), { query: { ...everything, status: 'New' } });
		assert.deepEqual(readQueryLink('country=pl&status=New&country=DE&country=pl&status=new'), {
			query: { ...everything, country: ['DE', 'PL'], status: 'New' },
		});
	});

	const refuses = (search: string, refusal: string) =>
		it(`${search.slice(0, 100)}: ${refusal}`, () => assert.deepEqual(readQueryLink(search), { refusal }));

	const names =
		'status, substatus, updatedSince, updatedBefore, engagementId, teamEmail, qualification, direction, type, ' +
		'country, advanced, text, valueAtLeast, valueAtMost, currency, expiresWithin, product, solutionArea, sort';
	refuses('stauts=New', `Query: “stauts” is none of ${names}; an example that works is status=New.`);
	refuses('Status=New', `Query: “Status” is none of ${names}; an example that works is status=New.`);
	refuses('constructor=', `Query: “constructor” is none of ${names}; an example that works is status=New.`);
	refuses('a=1&status=New', `Query: “a” is none of ${names}; an example that works is status=New.`);
	refuses(
		'teamEmail=a@b.c&teamEmail=a@b.c',
		'Query: “teamEmail” is there twice; an example that works is teamEmail=ada@contoso.com.',
	);
	refuses(
		'country=US&country!=DE',
		'Customer country: it cannot both be some values and not be others; an example that works is US.',
	);
	refuses('country!=', 'Customer country: nothing was entered; an example that works is US.');
	refuses(
		'status=New&status=Active&substatus!=Pending&substatus!=Received&substatus!=Accepted',
		'Status and substatus: nothing is both New, Active and not Pending, Received, Accepted; ' +
			'examples that work are New with Pending, and Closed with Won.',
	);
	refuses(
		'teamEmail!=a@b.c',
		`Query: “teamEmail!” is none of ${names}; an example that works is status=New.`,
	);
	refuses('sort!=newest', `Query: “sort!” is none of ${names}; an example that works is status=New.`);
	refuses('!=New', 'Query: nothing was entered; an example that works is status=New.');
	refuses(
		[...'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ']
			.map((x, at) => `currency=${x}${x}${'AB'[at % 2]}`)
			.join('&') + [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((x) => `&currency=Z${x}Z`).join(''),
		'Currency: it has more than 50 values, or values of more than 500 characters together; an example that works is USD.',
	);
	refuses('sort=newest&sort=newest', 'Query: “sort” is there twice; an example that works is sort=newest.');
	refuses('status=', 'Status: nothing was entered; an example that works is New.');
	refuses(
		'country=USA',
		'Customer country: “USA” is no code of two letters (ISO 3166); an example that works is US.',
	);
	refuses(
		`teamEmail=a@${'.'.repeat(100_000)}`,
		`Team member: “a@${'.'.repeat(37)}…” is longer than 4000 characters; an example that works is ada@contoso.com.`,
	);
	refuses(
		'sort=value',
		'Sort: “value” is none of newest, oldest, lastUpdated, firstUpdated, firstExpiring, highestValue, customer, longestInStage; an example that works is newest.',
	);
	refuses(
		'status=New&substatus=Won',
		'Status and substatus: a referral that is New is never Won; examples that work are New with Pending, and Closed with Won.',
	);
	refuses(
		'advanced=a eq 1) or (b eq 2',
		"Advanced OData: “a eq 1) or (b eq 2” closes a parenthesis that was not opened; an example that works is type ne 'Shared'.",
	);

	it('is read or refused, whatever it is', () => {
		const pieces = fc.array(
			fc.constantFrom(
				'status',
				'sort',
				'text',
				'=',
				'&',
				'%',
				'%2',
				'New',
				'+',
				'newest',
				'\u202e',
				';',
				'#',
			),
		);
		const check = (search: string) => {
			const read = readQueryLink(search);
			if ('refusal' in read) return assert.match(read.refusal, /example/);
			assert.deepEqual(readQueryLink(decodeURIComponent(queryLink(read.query))), read);
		};
		fc.assert(
			fc.property(
				fc.oneof(
					pieces.map((all) => all.join('')),
					fc.string({ unit: 'binary' }),
				),
				check,
			),
			{
				seed: 3,
				numRuns: 5_000,
			},
		);
	});
});
