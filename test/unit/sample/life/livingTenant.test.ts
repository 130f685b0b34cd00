import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SampleReferral } from '../../../../src/sample/invent/sampleReferral.ts';
import { LivingTenant } from '../../../../src/sample/life/livingTenant.ts';
import { readInstant } from '../../../../src/sample/service/readInstant.ts';
import { ask, askAll, filtered, idsOf } from '../sampleAsk.ts';

const minute = 60_000;
const hour = 60 * minute;
const birth = Date.parse('2026-03-15T10:30:00.250Z');

/** What may become of a referral in one look, whatever happens meanwhile. */
const onward = new Map([
	['New/Pending', ['New/Received', 'Active/Accepted', 'Closed/Won', 'Closed/Lost', 'Closed/Expired']],
	['New/Received', ['Active/Accepted', 'Closed/Won', 'Closed/Lost', 'Closed/Expired']],
	['Active/Accepted', ['Closed/Won', 'Closed/Lost']],
]);

describe('the living tenant', () => {
	it('begins with what the sample tenant has', () => {
		const { tenant } = living(minute);
		assert.equal(tenant.referrals.length, 2500);
		assert.equal(count(tenant.referrals, 'New/Pending'), 760);
	});

	it('lets a referral come first, which is seen at the top of what is new', async () => {
		const { tenant, pass } = living(minute);
		const query = `${filtered("status eq 'New' and substatus eq 'Pending'")}&$orderby=createdDateTime%20desc`;
		const before = (await ask(query, tenant)).body.value;
		pass(minute);
		const after = (await ask(query, tenant)).body.value;
		assert.equal(after[0]?.createdDateTime, '2026-03-15T10:31:00.2500000Z');
		assert.deepEqual(idsOf(after.slice(1)), idsOf(before.slice(0, 99)));
	});

	it('stands still between two moments', () => {
		const { tenant, pass } = living(minute);
		pass(minute);
		const before = tenant.referrals;
		pass(minute - 1);
		assert.equal(tenant.referrals, before);
		pass(1);
		assert.notEqual(tenant.referrals, before);
	});

	it('is the same for the same time, however often it is asked', () => {
		const lookedAt = fc.array(fc.integer({ min: 1, max: 5 * hour }), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(lookedAt, (spans) => {
				const [often, once] = [living(minute), living(minute)];
				for (const span of spans) {
					often.pass(span);
					assert.ok(often.tenant.referrals.length >= 2500);
				}
				once.pass(spans.reduce((sum, span) => sum + span, 0));
				assert.deepEqual(often.tenant.referrals, once.tenant.referrals);
			}),
			{ seed: 11, numRuns: 4 },
		);
	});

	it('begins a day with the same referrals in every window', () => {
		const later = new LivingTenant({ now: () => birth + 3 * hour, pace: minute });
		assert.deepEqual(later.referrals, living(minute).tenant.referrals);
	});

	it('changes nothing while the clock is set back, and goes on from where it was', () => {
		const { tenant, pass } = living(minute);
		pass(30 * minute);
		const before = tenant.referrals;
		pass(-3 * 24 * hour);
		assert.equal(tenant.referrals, before);
		pass(3 * 24 * hour + minute);
		assert.equal(changed(before, tenant.referrals).length, 1);
	});

	it('makes up for no more than 10,000 steps after a year of sleep, which would be 1.5 million', () => {
		const { tenant, pass } = living(20_000);
		const before = tenant.referrals.length;
		pass(365 * 24 * hour);
		const arrived = tenant.referrals.length - before;
		assert.ok(arrived > 0 && arrived <= 10_000, `${arrived}`);
	});

	describe('through a day and a night', () => {
		const looks = 96;
		const { tenant, pass } = living(20_000);
		const days: (readonly SampleReferral[])[] = [tenant.referrals];
		for (let look = 0; look < looks; look++) {
			pass((24 * hour) / looks);
			days.push(tenant.referrals);
		}
		const last = days.at(-1) ?? [];

		it('keeps every referral at its place, with its id and its engagement', () => {
			for (const [index, rows] of days.entries())
				for (const [place, row] of (days[index - 1] ?? []).entries()) {
					assert.equal(rows[place]?.id, row.id);
					assert.equal(rows[place]?.engagementId, row.engagementId);
				}
		});
		it('moves statuses only as Partner Center allows', () => {
			for (const [before, after] of steps(days)) {
				if (pairOf(before) !== pairOf(after))
					assert.ok(
						onward.get(pairOf(before))?.includes(pairOf(after)),
						`${pairOf(before)} ${pairOf(after)}`,
					);
			}
		});
		it('says of all that changes, and of nothing else, that it was updated', () => {
			for (const [before, after] of steps(days)) {
				if (before === after) continue;
				assert.ok(instant(after.updatedDateTime) > instant(before.updatedDateTime));
			}
		});
		it('has its dates in their order, none of them after now', () => {
			for (const [look, rows] of days.entries()) {
				const now = instant(new Date(birth + (look * 24 * hour) / looks).toISOString());
				for (const row of look === 0 ? [] : changed(days[look - 1] ?? [], rows)) {
					const { createdDateTime, acceptedDateTime, closedDateTime, updatedDateTime } = row;
					const dates = [createdDateTime, acceptedDateTime, closedDateTime, updatedDateTime];
					const given = dates.flatMap((date) => (typeof date === 'string' ? instant(date) : []));
					assert.deepEqual(given, given.toSorted());
					assert.ok((given.at(-1) ?? '') <= now, `${given} ${now}`);
				}
			}
		});
		it('lets nothing stay new that has expired', () => {
			const now = birth + 24 * hour;
			const late = last.filter(
				(row) =>
					row.status === 'New' &&
					row.substatus !== 'Accepted' &&
					Date.parse(String(row['expirationDateTime'])) <= now,
			);
			assert.deepEqual(late, []);
			assert.ok(count(last, 'Closed/Expired') > 100);
		});
		it('makes everything happen that it knows of', () => {
			const moves = new Set(steps(days).map(([before, after]) => `${pairOf(before)} → ${pairOf(after)}`));
			for (const move of [
				...(['New/Pending → New/Received', 'New/Pending → Active/Accepted'] as const),
				...(['New/Received → Active/Accepted', 'Active/Accepted → Closed/Won'] as const),
				...(['Active/Accepted → Closed/Lost', 'New/Pending → Closed/Expired'] as const),
			])
				assert.ok(moves.has(move), move);
			const differ = (name: string) =>
				steps(days).some(([before, after]) => before.details?.[name] !== after.details?.[name]);
			assert.ok(differ('dealValue') && differ('closingDateTime'));
		});
		it('keeps enough of everything', () => {
			assert.ok(count(last, 'New/Pending') > 500, `${count(last, 'New/Pending')}`);
			assert.ok(count(last, 'Active/Accepted') > 300, `${count(last, 'Active/Accepted')}`);
		});
		it('leaves alone what nobody has touched for long', () => {
			const now = birth + 24 * hour;
			const still = last.filter(
				(row) => row.status === 'Active' && Date.parse(row.updatedDateTime) < now - 30 * 24 * hour,
			);
			assert.ok(still.length > 40, `${still.length}`);
		});
	});

	it('gives every referral that was there to a chain of pages, each once, while it lives', async () => {
		for (const order of ['', '&$orderby=createdDateTime%20desc', '&$orderby=createdDateTime']) {
			const { tenant, pass } = living(1000);
			const expected = new Set(idsOf(tenant.referrals));
			const found: string[] = [];
			for (let next: string | undefined = `?$top=9999${order}`; next !== undefined; pass(5000)) {
				const { body } = await ask(next, tenant);
				found.push(...idsOf(body.value));
				const link: string | undefined = body['@odata.nextLink'];
				next = link?.slice(link.indexOf('?'));
			}
			assert.equal(new Set(found).size, found.length);
			assert.deepEqual(
				[...expected].filter((id) => !found.includes(id)),
				[],
			);
		}
	});

	it('gives what changes again, and loses nothing, where the order is by the last change', async () => {
		const { tenant, pass } = living(1000);
		const expected = idsOf(tenant.referrals);
		const found = new Set<string>();
		for (let next: string | undefined = '?$orderby=updatedDateTime'; next !== undefined; pass(5000)) {
			const { body } = await ask(next, tenant);
			for (const id of idsOf(body.value)) found.add(id);
			const link: string | undefined = body['@odata.nextLink'];
			next = link?.slice(link.indexOf('?'));
		}
		assert.deepEqual(
			expected.filter((id) => !found.has(id)),
			[],
		);
	});

	it('answers filters and ids as it is now', async () => {
		const { tenant, pass } = living(minute);
		const id = tenant.referrals.findIndex(({ status }) => status === 'New');
		pass(24 * hour);
		const row = tenant.referrals[id];
		const { body } = await ask(`/${row?.id}`, tenant);
		assert.equal(body['status'], row?.status);
		const won = await askAll(filtered("status eq 'Closed' and substatus eq 'Won'"), tenant);
		assert.equal(won.length, count(tenant.referrals, 'Closed/Won'));
	});
});

function living(pace: number) {
	let now = birth;
	const tenant = new LivingTenant({ now: () => now, pace });
	return {
		tenant,
		pass: (span: number) => {
			now += span;
		},
	};
}

function pairOf({ status, substatus }: SampleReferral): string {
	return `${status}/${substatus}`;
}

function count(rows: readonly SampleReferral[], pair: string): number {
	return rows.filter((row) => pairOf(row) === pair).length;
}

function changed(before: readonly SampleReferral[], after: readonly SampleReferral[]) {
	return after.filter((row, place) => row !== before[place]);
}

/** Each referral before and after each look. */
function steps(days: readonly (readonly SampleReferral[])[]) {
	return days.flatMap((rows, index) =>
		(days[index - 1] ?? []).flatMap((before, place) => {
			const after = rows[place];
			return after && after !== before ? [[before, after] as const] : [];
		}),
	);
}

function instant(text: string): string {
	return readInstant(text) ?? assert.fail(text);
}
