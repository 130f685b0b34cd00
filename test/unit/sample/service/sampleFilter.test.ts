import assert from 'node:assert/strict';
import type { SampleReferral } from '../../../../src/sample/invent/sampleReferral.ts';
import { ask, askAll, filtered, idsOf, tenant } from '../sampleAsk.ts';

type Holds = (row: SampleReferral) => boolean;

const some = tenant.referrals[17] ?? assert.fail();
const busy = 'carla.monti@adventure-works.com';
const hasMail =
	(mail: string): Holds =>
	({ team }) =>
		[team ?? []].flat().some(({ email }) => email === mail);

/** Ten million ticks a second, as a number too large for exactness but not for these comparisons. */
const ticks = (text: string) => BigInt(Date.parse(`${text.slice(0, 19)}Z`)) * 10_000n + fraction(text);
const fraction = (text: string) => BigInt((/\.(\d+)/.exec(text)?.[1] ?? '').padEnd(7, '0'));
const updated =
	(holds: (ticks: bigint) => boolean): Holds =>
	({ updatedDateTime }) =>
		holds(ticks(updatedDateTime));
const day = '2026-03-01T00:00:00Z';

describe('$filter of the sample service', () => {
	describe('the documented forms give exactly the rows that hold', () => {
		const exact = (expression: string, holds: Holds) =>
			it(expression, async () => {
				const expected = tenant.referrals.filter(holds);
				assert.deepEqual(idsOf(await askAll(filtered(expression))), idsOf(expected));
				assert.ok(expected.length > 0, 'no row holds, so the case shows nothing');
			});

		exact(`engagementId eq '${some.engagementId}'`, (row) => row.engagementId === some.engagementId);
		exact("status eq 'New'", ({ status }) => status === 'New');
		exact("status eq 'Paused'", ({ status }) => status === 'Paused');
		exact("substatus eq 'Pending'", ({ substatus }) => substatus === 'Pending');
		exact("substatus eq 'Expired'", ({ substatus }) => substatus === 'Expired');
		exact("substatus eq 'Declined'", ({ substatus }) => substatus === 'Declined');
		exact("qualification eq 'SalesQualified'", ({ qualification }) => qualification === 'SalesQualified');
		exact("qualification eq 'None'", ({ qualification }) => qualification === 'None');
		exact("direction eq 'Outgoing'", ({ direction }) => direction === 'Outgoing');
		exact("type eq 'Shared'", ({ type }) => type === 'Shared');
		exact(
			"customerProfile/address/country eq 'US'",
			({ customerProfile }) => customerProfile.address?.country === 'US',
		);
		exact(
			"customerProfile/address/country eq 'us'",
			({ customerProfile }) => customerProfile.address?.country === 'us',
		);
		exact(`team/any(t:t/email eq '${busy}')`, hasMail(busy));
		exact(`team/any(member:member/email eq '${busy}')`, hasMail(busy));
		exact(`team/any( t : ( t/email eq '${busy}' ) )`, hasMail(busy));
		exact(`team/any(team:team/email eq '${busy}')`, hasMail(busy));
		exact(`email eq '${busy}'`, hasMail(busy));
		exact("email eq 'erin.o''hara@adventure-works.com'", hasMail("erin.o'hara@adventure-works.com"));
		exact(
			`updatedDateTime ge ${day}`,
			updated((at) => at >= ticks(day)),
		);
		exact(
			`updatedDateTime lt '${day}'`,
			updated((at) => at < ticks(day)),
		);
		exact(
			`updatedDateTime ge 2026-03-01T02:00:00+02:00`,
			updated((at) => at >= ticks(day)),
		);
		exact(
			`updatedDateTime eq ${some.updatedDateTime}`,
			updated((at) => at === ticks(some.updatedDateTime)),
		);
		exact(
			`updatedDateTime ge ${some.updatedDateTime}`,
			updated((at) => at >= ticks(some.updatedDateTime)),
		);
		exact(
			`updatedDateTime gt ${some.updatedDateTime}`,
			updated((at) => at > ticks(some.updatedDateTime)),
		);
		exact(
			`updatedDateTime le ${some.updatedDateTime}`,
			updated((at) => at <= ticks(some.updatedDateTime)),
		);
		exact(
			"status eq 'New' and qualification eq 'SalesQualified'",
			(row) => row.status === 'New' && row.qualification === 'SalesQualified',
		);
		exact(
			"(type eq 'Shared' and direction eq 'Incoming')",
			({ type, direction }) => type === 'Shared' && direction === 'Incoming',
		);
		exact(
			`((status eq 'Active') and (substatus eq 'Accepted' and team/any(t:t/email eq '${busy}')))`,
			(row) => row.status === 'Active' && row.substatus === 'Accepted' && hasMail(busy)(row),
		);
		exact(
			`team/any(a:a/email eq '${busy}') and team/any(b:b/email eq 'ben.sawyer@adventure-works.com')`,
			(row) => hasMail(busy)(row) && hasMail('ben.sawyer@adventure-works.com')(row),
		);
		exact(`  status   eq 'New'  `, ({ status }) => status === 'New');
	});

	describe('what holds for no row gives an empty page without a link', () => {
		const empty = (expression: string) =>
			it(expression, async () => {
				const { status, body } = await ask(filtered(expression));
				assert.equal(status, 200);
				assert.deepEqual(body.value, []);
				assert.equal('@odata.nextLink' in body, false);
			});

		empty("status eq 'Closed' and substatus eq 'Declined'");
		empty("status eq 'New' and status eq 'Closed'");
		empty("engagementId eq '00000000-0000-0000-0000-000000000000'");
		empty(`engagementId eq '${some.engagementId.toUpperCase()}'`);
		empty("engagementId eq ''");
		empty("email eq 'nobody@example.com'");
		empty(`team/any(t:t/email eq '${busy}' and t/email eq 'ben.sawyer@adventure-works.com')`);
		empty('updatedDateTime gt 2200-01-01T00:00:00Z');
	});

	describe('everything else is refused', () => {
		const refused = (expression: string) =>
			it(expression === '' ? 'nothing' : expression, async () => {
				const { status, body } = await ask(filtered(expression));
				assert.equal(status, 400);
				assert.equal(body.error?.code, 'invalidRequest');
				assert.equal(body.error?.target, '$filter');
				assert.ok((body.error?.message ?? '') !== '');
				assert.equal(body.error?.innerError?.innerError?.code, 'unsupportedQuery');
			});

		refused('');
		refused('status');
		refused('status eq');
		refused("status eq 'New");
		refused("status eq 'New' and");
		refused("and status eq 'New'");
		refused("status eq 'New' status eq 'New'");
		refused("(status eq 'New'");
		refused("status eq 'New')");
		refused('()');
		refused("status eq 'new'");
		refused("status eq 'Open'");
		refused("status eq ''");
		refused("Status eq 'New'");
		refused("status EQ 'New'");
		refused("status eq 'New' AND substatus eq 'Pending'");
		refused('status eq New');
		refused('status eq "New"');
		refused('status eq null');
		refused("'New' eq status");
		refused("status ne 'New'");
		refused("status gt 'New'");
		refused("status in ('New','Active')");
		refused("status eq 'New' or status eq 'Active'");
		refused("not status eq 'New'");
		refused("not(status eq 'New')");
		refused("contains(customerProfile/name,'Contoso')");
		refused("startswith(name,'C')");
		refused("tolower(status) eq 'new'");
		refused("name eq 'x'");
		refused("id eq 'x'");
		refused("customerProfile/name eq 'Contoso'");
		refused("customerProfile/address/city eq 'London'");
		refused("country eq 'US'");
		refused('details/dealValue gt 1000');
		refused('createdDateTime ge 2026-01-01T00:00:00Z');
		refused('expirationDateTime lt 2026-01-01T00:00:00Z');
		refused(`engagementId eq ${some.engagementId}`);
		refused(`engagementId eq guid'${some.engagementId}'`);
		refused("updatedDateTime ge '2026-03-01'");
		refused('updatedDateTime ge 2026-03-01T00:00:00');
		refused('updatedDateTime ge 2026-13-01T00:00:00Z');
		refused('updatedDateTime ge 2026-02-30T00:00:00Z');
		refused('updatedDateTime ge 2026-02-20T00:00:00.12345678Z');
		refused("updatedDateTime ge 'yesterday'");
		refused('updatedDateTime ge now()');
		refused("updatedDateTime ge datetime'2026-03-01T00:00:00Z'");
		refused('team/any()');
		refused("team/any(t:email eq 'x')");
		refused("team/any(t:t/firstName eq 'Ben')");
		refused("team/any(t:u/email eq 'x')");
		refused("team/any(t/email eq 'x')");
		refused("team/any(t:t/email eq 'x'");
		refused("team/any(t:status eq 'New')");
		refused("team/any(t:team/any(u:u/email eq 'x'))");
		refused("team/all(t:t/email eq 'x')");
		refused("customerProfile/team/any(t:t/email eq 'x')");
		refused("team/email eq 'x'");
		refused("__proto__ eq 'x'");
		refused("constructor eq 'x'");
		refused("status eq 'New'; drop table referrals");
		refused(`${'('.repeat(200)}status eq 'New'${')'.repeat(200)}`);
		refused('('.repeat(5_000));
		refused("status eq 'New'\u0000");
	});
});
