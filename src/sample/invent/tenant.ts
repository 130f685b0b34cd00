import { distribution } from './distribution.ts';
import { oddities } from './oddities.ts';
import { oneForList } from './oneForList.ts';
import { Random } from './random.ts';
import { inventReferral } from './referral.ts';
import type { SampleReferral } from './sampleReferral.ts';
import { withSides } from './sides.ts';
import { withSolutionAreas } from './solutionAreas.ts';

/** What a sample service serves. The order is the one of a list without `$orderby`. */
export interface SampleTenant {
	readonly referrals: readonly SampleReferral[];
}

/**
 * Invents the tenant of an organisation that exists nowhere: 2,500 referrals, distributed as `distribution`
 * says, with every oddity the service is known for. The same ids, names and statuses come out every time; only
 * the dates move with `now`, so that expiries are as near as they would be.
 */
export function sampleTenant(now: Date): SampleTenant {
	const random = new Random(20190521);
	const pairs = random.shuffle(distribution.flatMap((pair) => Array<typeof pair>(pair.count).fill(pair)));
	let engagementId = '';
	const referrals = pairs.map((pair) => {
		// Now and then several referrals are sides of one engagement.
		engagementId = engagementId !== '' && random.percent(20) ? engagementId : random.guid();
		return inventReferral(random, pair, engagementId, now);
	});
	// What else they say is drawn apart, so that it changes nothing of who they are.
	const more = new Random(20250701);
	const whole = withSolutionAreas(withSides(referrals, more), more);
	return { referrals: withOddities(random.shuffle(whole)) };
}

/** Spreads the oddities evenly, so that a first page already shows some. */
function withOddities(referrals: readonly SampleReferral[]): readonly SampleReferral[] {
	const changed = [...referrals];
	const changes = Object.values(oddities).flatMap(({ rows, apply }) => Array<typeof apply>(rows).fill(apply));
	const distance = Math.floor(changed.length / changes.length);
	for (const [index, apply] of changes.entries()) {
		const place = index * distance;
		const referral = changed[place];
		if (referral !== undefined) {
			changed[place] = apply(referral);
		}
	}
	return changed.map((referral, place) => (place % 97 === 50 ? oneForList(referral) : referral));
}
