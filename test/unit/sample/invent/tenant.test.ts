import assert from 'node:assert/strict';
import { companies } from '../../../../src/sample/invent/companies.ts';
import { distribution } from '../../../../src/sample/invent/distribution.ts';
import { oddities } from '../../../../src/sample/invent/oddities.ts';
import { organization } from '../../../../src/sample/invent/origin.ts';
import type { SampleReferral } from '../../../../src/sample/invent/sampleReferral.ts';
import { sampleTenant } from '../../../../src/sample/invent/tenant.ts';
import { now, tenant } from '../sampleAsk.ts';

/** As on the wire: what is undefined is absent. */
const rows: readonly SampleReferral[] = JSON.parse(JSON.stringify(tenant.referrals));
const texts = rows.map((row) => JSON.stringify(row));

describe('the sample tenant', () => {
	describe('is distributed as its table says', () => {
		for (const { status, substatus, count } of distribution) {
			it(`${status}/${substatus}: ${count}`, () => {
				const found = rows.filter((row) => row.status === status && row.substatus === substatus);
				assert.equal(found.length, count);
			});
		}
		it('2500 in total, each with an id of its own', () => {
			assert.equal(rows.length, 2500);
			assert.equal(new Set(rows.map(({ id }) => id)).size, 2500);
		});
		it('three groups of more than 400, one of exactly 100, one of none', () => {
			const known = distribution.slice(0, 7);
			assert.equal(known.filter(({ count }) => count > 400).length, 3);
			assert.equal(known.filter(({ count }) => count === 100).length, 1);
			assert.equal(known.filter(({ count }) => count === 0).length, 1);
		});
		it('all seven substatuses occur', () => {
			const found = new Set(rows.map(({ substatus }) => substatus));
			const known = ['Pending', 'Received', 'Accepted', 'Won', 'Lost', 'Declined', 'Expired'];
			assert.deepEqual(
				known.filter((substatus) => !found.has(substatus)),
				[],
			);
		});
		it('6 of an unknown qualification, 4 of an unknown type', () => {
			assert.equal(rows.filter(({ qualification }) => qualification === 'AIQualified').length, 6);
			assert.equal(rows.filter(({ type }) => type === 'Hybrid').length, 4);
		});
		it('some engagements have several referrals', () => {
			assert.ok(new Set(rows.map(({ engagementId }) => engagementId)).size < 2200);
		});
		it('more rows than a page holds were created at one instant', () => {
			const counts = Object.values(Object.groupBy(rows, ({ createdDateTime }) => createdDateTime));
			assert.ok(Math.max(...counts.map((same) => same?.length ?? 0)) > 100);
		});
	});

	describe('is the same every time', () => {
		it('for the same now', () => assert.deepEqual(sampleTenant(now), tenant));
		it('but for the dates, for another now', () => {
			const later = sampleTenant(new Date('2031-11-30T23:59:59.999Z'));
			assert.deepEqual(later.referrals.map(withoutDates), tenant.referrals.map(withoutDates));
		});
		it('and alive at any now', () => {
			const later = new Date('2031-11-30T23:59:59.999Z');
			const pending = sampleTenant(later).referrals.filter(({ substatus }) => substatus === 'Pending');
			const expiries = pending.map(({ expirationDateTime }) => Date.parse(String(expirationDateTime)));
			const ahead = expiries.filter((time) => time > later.getTime());
			assert.ok(ahead.length > 500);
			assert.ok(ahead.filter((time) => time < later.getTime() + 3 * 86_400_000).length > 30);
		});
	});

	describe('has believable dates', () => {
		it('none of them in the future but expiries and expected closes', () => {
			const last = now.toISOString().slice(0, 19);
			const late = rows.filter((row) =>
				[row.createdDateTime, row.updatedDateTime, row['acceptedDateTime'], row['closedDateTime']].some(
					(date) => typeof date === 'string' && date.slice(0, 19) > last,
				),
			);
			assert.deepEqual(late, []);
		});
		it('updated is not before created', () => {
			const seconds = (text: string) => text.slice(0, 19);
			assert.ok(rows.every((row) => seconds(row.updatedDateTime) >= seconds(row.createdDateTime)));
		});
	});

	describe('has what a seller has to see to', () => {
		const days = (from: unknown) => (now.getTime() - Date.parse(String(from))) / 86_400_000;
		const active = rows.filter(({ status, substatus }) => status === 'Active' && substatus === 'Accepted');
		const few = (name: string, found: readonly SampleReferral[], [least, most]: readonly [number, number]) =>
			it(`${name}: ${found.length}`, () => assert.ok(found.length >= least && found.length <= most));

		const left = (row: SampleReferral) => -days(row['expirationDateTime']);
		const unanswered = rows.filter(({ status }) => status === 'New');
		it('nothing that is new has expired', () => {
			assert.deepEqual(
				unanswered.filter((row) => left(row) <= 0),
				[],
			);
		});
		few(
			'expires within a day',
			unanswered.filter((row) => left(row) < 1),
			[10, 90],
		);
		few(
			'expires within three days',
			unanswered.filter((row) => left(row) < 3),
			[40, 160],
		);
		few(
			'waits for 72 hours though the customer asked to be contacted',
			unanswered.filter((row) => row.details?.['customerRequestedContact'] && days(row.createdDateTime) > 3),
			[20, 150],
		);
		few(
			'should have closed by now',
			active.filter((row) => days(row.details?.['closingDateTime']) > 0),
			[20, 150],
		);
		few(
			'not updated for 30 days',
			active.filter((row) => days(row.updatedDateTime) > 30),
			[20, 350],
		);
		few(
			'accepted 45 days ago, and nothing since',
			active.filter(
				(row) =>
					days(row['acceptedDateTime']) > 45 &&
					days(row['acceptedDateTime']) - days(row.updatedDateTime) <= 1,
			),
			[10, 100],
		);
		few(
			'without a value',
			active.filter((row) => row.details && row.details['dealValue'] === undefined),
			[50, 250],
		);
		few(
			'without a close date',
			active.filter((row) => row.details?.['closingDateTime'] === undefined),
			[50, 250],
		);
		few(
			'with nobody in the team',
			active.filter((row) => [row.team ?? []].flat().length === 0),
			[20, 150],
		);
		const quarters = active.map((row) => String(row.details?.['closingDateTime']).slice(0, 7));
		it('closes in several quarters', () => assert.ok(new Set(quarters).size > 6));
		it('solution areas of this fiscal year', () => {
			assert.ok(texts.filter((text) => text.includes('"Cloud & AI Platforms"')).length > 200);
		});
	});

	describe('has deals with two sides', () => {
		const sides = [...Map.groupBy(rows, ({ engagementId }) => engagementId).values()];
		const both = sides.flatMap((rows) => {
			const theirs = rows.find((row) => row['organizationId'] === 'msft');
			const ours = rows.find((row) => row['organizationId'] !== 'msft');
			return ours && theirs ? [{ ours, theirs }] : [];
		});
		const differing = (of: (row: SampleReferral) => unknown) =>
			both.filter(({ ours, theirs }) => of(ours) !== of(theirs)).length;

		it('many, at most one of which is of Microsoft', () => {
			assert.ok(both.length > 200, `${both.length}`);
			assert.ok(sides.every((rows) => rows.filter((row) => row['organizationId'] === 'msft').length < 2));
			assert.equal(both.length, rows.filter((row) => row['organizationId'] === 'msft').length);
		});
		it('mostly of one status, and sometimes of two', () => {
			const differ = differing(({ status, substatus }) => `${status}/${substatus}`);
			assert.ok(differ > 10 && differ < both.length / 4, `${differ} of ${both.length}`);
		});
		for (const name of ['dealValue', 'closingDateTime'])
			it(`mostly of one ${name}, and sometimes of two`, () => {
				const differ = differing(({ details }) => details?.[name]);
				assert.ok(differ > 10 && differ < both.length / 4, `${differ} of ${both.length}`);
			});
		it('with one customer', () => {
			const differ = differing(({ customerProfile }) => customerProfile['name']);
			assert.ok(differ < 15, `${differ}`);
		});
		it('whose links name the referral and the engagement that they are of', () => {
			const links = both.map(({ theirs }) => [theirs, JSON.stringify(theirs['links'] ?? '')] as const);
			const given = links.filter(([, text]) => text !== '""');
			assert.ok(
				given.every(([{ id, engagementId }, text]) => text.includes(id) && text.includes(engagementId)),
			);
		});
	});

	describe('names only who does not exist', () => {
		it('mails go to invented or reserved domains', () => {
			const domains = new Set(texts.flatMap((text) => text.match(/(?<=@)[a-z-]+\.[a-z]+(?=")/g) ?? []));
			const known = new Set(['adventure-works.com', ...companies.map(([, domain]) => domain)]);
			const strangers = [...domains].filter((domain) => !known.has(domain));
			assert.deepEqual(strangers, []);
		});
		it('one organisation owns everything, but for the sides of Microsoft', () => {
			const owners = new Set(rows.map((row) => row['organizationId']));
			assert.deepEqual([...owners].sort(), [organization.organizationId, 'msft']);
		});
		it('members of the team never lack a mail that a filter could ask for', () => {
			const members = rows.flatMap(({ team }) => team ?? []);
			assert.ok(members.every(({ email }) => typeof email === 'string' && email.includes('@')));
		});
	});

	describe('has each rare oddity', () => {
		for (const [name, { rows: count, apply }] of Object.entries(oddities)) {
			it(`${name}, ${count} times`, () => {
				const same = tenant.referrals.filter((row, at) => JSON.stringify(apply(row)) === texts[at]).length;
				assert.ok(same >= count, `${same}`);
			});
		}
	});

	describe('has each common oddity', () => {
		const common: Readonly<Record<string, RegExp>> = {
			'timestamps of 7 digits': /"createdDateTime":"[^"]*\.\d{6}[1-9]Z"/,
			'timestamps of 7 zeros': /"createdDateTime":"[^"]*\.0000000Z"/,
			'timestamps of 6 digits': /"createdDateTime":"[^"]*\.\d{6}Z"/,
			'timestamps of no digits': /"createdDateTime":"[^".]*Z"/,
			'expirationDateTime null': /"expirationDateTime":null/,
			'expirationDateTime absent': /^(?!.*"expirationDateTime")/s,
			'externalReferenceId empty': /"externalReferenceId":""/,
			'externalReferenceId null': /"externalReferenceId":null/,
			'externalReferenceId absent': /^(?!.*"externalReferenceId")/s,
			'ids an empty object': /"ids":\{\}/,
			'ids an empty array': /"ids":\[\]/,
			'ids with an entry': /"ids":\[\{"profileType":"Duns","id":"\d{9}"\}\]/,
			'ids with an empty id': /"ids":\[\{"profileType":"Duns","id":""\}\]/,
			'consent with the doubled To': /"consentToToShareInfoWithOthers":true/,
			'consent without it': /"consent":\{"consentToContact"/,
			'consent absent': /^(?!.*"consent":)/s,
			'statusReason null': /"statusReason":null/,
			'statusReason text': /"statusReason":"[A-Z]/,
			'dealValue absent': /^(?!.*"dealValue")/s,
			'dealValue with decimals': /"dealValue":\d+\.\d/,
			'direction absent': /^(?!.*"direction")/s,
			'target absent': /^(?!.*"target")/s,
			'team absent': /^(?!.*\}\],?"team":|.*\},"team":)/s,
			'team empty': /"team":\[\],"links"/,
			'contactPreference null': /"contactPreference":null/,
			'locale in lower case': /"locale":"[a-z]{2}-[a-z]{2}"/,
			'state in region': /"state":null,"region":"/,
			'size empty': /"size":""/,
			'size null': /"size":null/,
			'solution with both types': /"type":"Category","solutionType":"Category"/,
			'solution without a name': /"name":null,"type":"Name"/,
			'no solutions': /^(?!.*"solutions")/s,
			'invitedBy without a name': /"invitedBy":\{"organizationId":"msft"\}/,
			'links that are misspelt': /v1\.0\/engagments\/referrals/,
			'links with raw spaces and quotes': /\?\$filter=engagementId eq '/,
			'links without a question mark': /referrals\$filter=/,
			'links without a slash': /referrals[0-9a-f]{8}-/,
			'product with commas': /"DynamicsAX,GP,NAV,SL"/,
			'industry with an ampersand': /"Agriculture, Forestry, & Fishing"/,
			'salesStage as a word': /"salesStage":"Qualify"/,
			'salesStage as a number in text': /"salesStage":"100"/,
			'registrations empty': /"registrations":\[\]/,
			'registrations given': /"registrationDateTime"|"registrations":\[\{/,
			'right-to-left contact': /"firstName":"ليلى"/,
			'tags, campaigns, favorites': /"tags":\[".*"campaignId":/,
		};
		for (const [name, pattern] of Object.entries(common)) {
			it(name, () => assert.ok(texts.some((text) => pattern.test(text))));
		}
		it('many without a name, many with one', () => {
			const named = rows.filter((row) => 'name' in row).length;
			assert.ok(named > 700 && named < 1300, `${named}`);
		});
		for (const currency of ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'INR', 'KWD']) {
			it(`deals in ${currency}`, () => {
				assert.ok(rows.some(({ details }) => details?.['currency'] === currency));
			});
		}
	});
});

function withoutDates(referral: SampleReferral): string {
	return JSON.stringify(referral).replaceAll(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"a date"');
}
