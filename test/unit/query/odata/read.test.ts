import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filterText } from '../../../../src/query/odata/odata.ts';
import { readOdata } from '../../../../src/query/odata/read.ts';
import { everything, type Query } from '../../../../src/query/query.ts';

const guid = '65edc0b5-3485-41b7-a17e-dfa9ef4706e2';

describe('an OData filter that is typed', () => {
	describe('becomes', () => {
		const reads = (text: string, query: Partial<Query>, ...undocumented: readonly string[]) =>
			it(`${JSON.stringify(text)}: ${JSON.stringify(query)} ${undocumented}`, () => {
				assert.deepEqual(readOdata(text), { query, undocumented });
			});

		reads('', {});
		reads(' \n', {});
		reads("status eq 'New'", { status: 'New' });
		reads("\t'New'  eq status ", { status: 'New' });
		reads("status eq 'Closed' and\nsubstatus eq 'Won'", { status: 'Closed', substatus: 'Won' });
		reads(`engagementId eq '${guid}'`, { engagementId: guid });
		reads("engagementId eq 'e''1'", { engagementId: "e'1" });
		reads("qualification eq 'Direct' and type eq 'Shared'", { qualification: 'Direct', type: 'Shared' });
		reads("customerProfile/address/country eq 'US'", { country: 'US' });
		reads("(type eq 'Shared' and direction eq 'Incoming')", { type: 'Shared', direction: 'Incoming' });
		reads("((status eq 'New')) and (type eq 'Shared')", { status: 'New', type: 'Shared' });
		reads("team/any(t:t/email eq 'o''brien@b.c')", { teamEmail: "o'brien@b.c" });
		reads("(team/any( x : 'a@b.c' eq x/email ))", { teamEmail: 'a@b.c' });
		reads('updatedDateTime ge 2026-10-24T00:00:00Z', { updatedSince: '2026-10-24T00:00:00Z' });
		reads('2026-10-24T00:00:00.000Z le updatedDateTime', { updatedSince: '2026-10-24T00:00:00Z' });
		reads('updatedDateTime lt 2026-10-24', { updatedBefore: '2026-10-24T00:00:00Z' });
		reads('updatedDateTime ge 2026-10-24 and 2026-10-25 gt updatedDateTime', {
			updatedSince: '2026-10-24T00:00:00Z',
			updatedBefore: '2026-10-25T00:00:00Z',
		});
		reads("status ne 'New'", { status: { not: ['New'] } });
		reads("(status ne 'New' and 'Active' ne status)", { status: { not: ['New', 'Active'] } });
		reads("status eq 'Active' or status eq 'New'", { status: ['New', 'Active'] });
		reads("type eq 'Shared' and (status eq 'New' or (status eq 'Active' or status eq 'New'))", {
			type: 'Shared',
			status: ['New', 'Active'],
		});
		reads("customerProfile/address/country eq 'PL' or 'DE' eq customerProfile/address/country", {
			country: ['DE', 'PL'],
		});
		reads("customerProfile/address/country eq 'PL' and customerProfile/address/country ne 'DE'", {
			country: 'PL',
		});
		reads('updatedDateTime ge 2026-10-24T01:00:00+02:00', { updatedSince: '2026-10-23T23:00:00Z' });
	});

	describe('keeps as it was written', () => {
		const keeps = (text: string, advanced: string, ...undocumented: readonly string[]) =>
			it(`${text}: ${undocumented}`, () => {
				const read = readOdata(text);
				assert.deepEqual(read, { query: { advanced }, undocumented });
				assert.deepEqual(readOdata(filterText({ advanced }, 0)), read);
			});
		const asItIs = (text: string, ...undocumented: readonly string[]) => keeps(text, text, ...undocumented);

		asItIs("status eq 'new'");
		asItIs("status eq 'Paused'");
		asItIs("customerProfile/address/country eq 'us'");
		asItIs("email eq 'a@b.c'");
		asItIs("status eq 'a%27b'");
		asItIs("updatedDateTime ge '2026-10-24T00:00:00Z'", 'ge');
		asItIs('updatedDateTime ge 2026-10-24T00:00:00.5Z', 'ge');
		asItIs('updatedDateTime gt 2026-10-24T00:00:00Z', 'gt');
		asItIs('updatedDateTime le 2026-10-24T00:00:00Z', 'le');
		asItIs("status ne 'Paused'", 'ne');
		asItIs("status ne 'new'", 'ne');
		asItIs("name ne 'New'", 'ne', 'name');
		asItIs("team/any(t:t/email ne 'a@b.c')", 'ne');
		asItIs('updatedDateTime ne 2026-10-24T00:00:00Z', 'ne');
		asItIs("engagementId ne 'e-1'", 'ne');
		asItIs("engagementId eq 'e-1' or engagementId eq 'e-2'", 'or');
		asItIs("status eq 'New' or substatus eq 'Won'", 'or');
		asItIs("status eq 'New' or status ne 'Active'", 'or', 'ne');
		asItIs("status eq 'New' or type eq 'Shared' and direction eq 'Incoming'", 'or');
		asItIs("type eq 'Shared' and direction eq 'Incoming' or status eq 'New'", 'or');
		asItIs("not (status eq 'New') and type eq 'Shared'", 'not');
		asItIs("type eq 'Shared' and not status eq 'New' or status eq 'Active'", 'not', 'or');
		asItIs("contains(name,'x  y')", 'contains', 'name');
		asItIs("startswith(tolower(customerProfile/name), 'x')", 'startswith', 'tolower', 'customerProfile/name');
		asItIs('details/dealValue gt 5 add 3', 'gt', 'details/dealValue', 'add', '5', '3');
		asItIs('name eq null', 'name', 'null');
		asItIs("status eq New or status eq 'New'", 'or', 'New');
		asItIs(`engagementId eq ${guid}`, guid);
		asItIs("team/all(t:t/email eq 'a@b.c')", 'all');
		asItIs("team/any(t:t/email eq 'a@b.c' and t/firstName eq 'A')", 'team/firstName');
		asItIs(
			"customerProfile/team/any(t:t/email eq 'a@b.c')",
			'customerProfile/team',
			'customerProfile/team/email',
		);
		keeps("(status eq 'New' or type eq 'Shared')", "status eq 'New' or type eq 'Shared'", 'or');
		keeps("(a eq 1) and ((b eq 'x'))", "a eq 1 and b eq 'x'", 'a', '1', 'b');
	});

	describe('splits', () => {
		const splits = (text: string, query: Partial<Query>) =>
			it(`${text}: ${JSON.stringify(query)}`, () => {
				const read = readOdata(text);
				assert.ok('query' in read);
				assert.deepEqual(read.query, query);
			});
		splits("status eq 'New' and status eq 'Active'", { status: 'New', advanced: "status eq 'Active'" });
		splits("a ne 'x' and type eq 'Shared' and (b eq 1 or c eq 2)", {
			type: 'Shared',
			advanced: "a ne 'x' and (b eq 1 or c eq 2)",
		});
		splits("status ne 'New' and (status eq 'Active' or status eq 'New')", { status: 'Active' });
		splits("country eq 'x' and status ne 'New' and (status eq 'New' or type eq 'Shared')", {
			status: { not: ['New'] },
			advanced: "country eq 'x' and (status eq 'New' or type eq 'Shared')",
		});
		splits("type eq 'Shared' and not (status eq 'New')", { type: 'Shared', status: { not: ['New'] } });
		splits("not (status eq 'New' or status eq 'Active')", { status: { not: ['New', 'Active'] } });
		splits("not ((status eq 'New'))", { status: { not: ['New'] } });
		splits("not (status ne 'New')", { advanced: "not (status ne 'New')" });
		splits("not (status eq 'New' and type eq 'Shared')", {
			advanced: "not (status eq 'New' and type eq 'Shared')",
		});
		splits("not (status eq 'New') or type eq 'Shared'", {
			advanced: "not (status eq 'New') or type eq 'Shared'",
		});
		splits("not (type eq 'Shared') and not (status eq 'New')", {
			advanced: "not (type eq 'Shared') and not (status eq 'New')",
		});
	});

	describe('is refused where the mistake is', () => {
		const refuses = (text: string, position: number, wrong: RegExp) =>
			it(`${JSON.stringify(text.slice(0, 50))}: ${position}, ${wrong.source}`, () => {
				const read = readOdata(text);
				assert.ok('refusal' in read, JSON.stringify(read));
				assert.match(read.refusal, wrong);
				assert.match(
					read.refusal,
					/^OData filter: it .*; an example that works is .+\.$|^Status and substatus: /,
				);
				assert.equal(read.position, position);
			});

		refuses("status == 'New'", 7, /cannot have “==” at character 8/);
		refuses("status eqq 'New'", 7, /cannot have “eqq” at character 8/);
		refuses('hello world', 6, /cannot have “world”/);
		refuses('status eq', 9, /ends too early, after “status eq”/);
		refuses("status eq 'New' and", 19, /ends too early/);
		refuses("  status eq 'New' adn type eq 'x'", 18, /cannot have “adn”/);
		refuses("status eq 'New", 10, /a quote \('\) that is not closed/);
		refuses("(status eq 'New'", 0, /a parenthesis that is not closed/);
		refuses("status eq 'New')", 15, /closes a parenthesis that was not opened/);
		refuses('updatedDateTime ge 2026-13-45T00:00:00Z', 19, /cannot have “2026-13-45T00:00:00Z”/);
		refuses("status in ('New')", 7, /cannot have “in”/);
		refuses("%20status eq 'New'", 0, /cannot have “%”/);
		refuses('status', 6, /compares “status” with nothing/);
		refuses("type eq 'Shared' and (status)", 28, /compares “status” with nothing/);
		refuses("'New'", 5, /compares “'New'” with nothing/);
		refuses("status eq 'N\u202eew'", 12, /a character that cannot be seen/);
		refuses("status eq '\ud800'", 11, /a character that cannot be seen/);
		refuses(`${'('.repeat(500)}a eq 1${')'.repeat(500)}`, 101, /more than 100 parentheses in each other/);
		refuses(`a eq ${'-'.repeat(3000)}1`, 505, /cannot have/);
		refuses('x'.repeat(5000), 4000, /is longer than 4000 characters/);
		refuses(Array(150).fill("a ne 'xxxx'").join(' and '), 0, /more than 2000 characters that no field/);
		refuses("status eq 'Closed' and substatus eq 'Accepted'", 23, /Closed is never Accepted/);
		refuses("status ne 'New' and substatus eq 'Pending'", 20, /nothing is both not New and Pending/);
		refuses("type eq 'Shared' and type ne 'Shared'", 21, /wants Type to be Shared and not to be/);
		refuses("type ne 'Shared' and (type eq 'Shared')", 22, /wants Type to be Shared and not to be/);
	});

	it('whatever it is, is read, or refused at a place within it', function () {
		this.timeout(20_000);
		const words = fc.constantFrom(
			...[
				'status',
				' eq ',
				"'New'",
				"'",
				'(',
				')',
				' and ',
				' or ',
				'not ',
				' ge ',
				'2026-01-02',
				'T00:00:00Z',
			],
			...[
				'team/any(',
				't:',
				't/email',
				'/',
				',',
				'contains(',
				'name',
				' ',
				'-',
				'1',
				'.5',
				'%27',
				'[',
				'{"a":1}',
			],
			...['updatedDateTime', 'null', '$it', '@p', 'cast(', 'duration', 'true', '\u{1f680}', ' in ', ':', '&'],
		);
		const pieces = fc.array(words, { maxLength: 14 }).map((all) => all.join(''));
		const check = (text: string) => {
			const read = readOdata(text);
			if ('refusal' in read) return assert.ok(read.position >= 0 && read.position <= text.length, text);
			const query = { ...everything, ...read.query };
			const again = readOdata(filterText(query, 0));
			assert.ok('query' in again);
			assert.equal(filterText({ ...everything, ...again.query }, 0), filterText(query, 0));
		};
		fc.assert(fc.property(fc.oneof(pieces, fc.string({ unit: 'binary' })), check), {
			seed: 7,
			numRuns: 20_000,
		});
	});
});
