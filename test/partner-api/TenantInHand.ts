import type { Send } from '../../src/partner/send.ts';
import { sampleSend } from '../../src/sample/service/send.ts';

/** A referral as a test writes it down. */
export interface Deal {
	readonly id: string;
	readonly name: string;
	readonly status: string;
	readonly substatus: string;
	readonly engagementId: string;
	readonly direction: string;
	readonly createdDateTime: string;
	readonly updatedDateTime: string;
	readonly expirationDateTime: string;
	readonly qualification: string;
	readonly type: string;
	readonly customerProfile: { readonly name: string; readonly address?: { readonly country: string } };
	readonly [name: string]: unknown;
}

const day = 24 * 3_600_000;
let made = 0;

/** An invented referral, new and pending unless said otherwise; each has an id of its own. */
export function deal(facts: Partial<Deal> = {}): Deal {
	made += 1;
	const number = made.toString(16).padStart(8, '0');
	const at = (days: number) => new Date(Date.now() + days * day - made * 1000).toISOString();
	return {
		id: `${number}-aaaa-4000-8000-000000000000`,
		name: `Deal ${made}`,
		status: 'New',
		substatus: 'Pending',
		engagementId: `${number}-eeee-4000-8000-000000000000`,
		direction: 'Incoming',
		createdDateTime: at(-2),
		updatedDateTime: at(-1),
		expirationDateTime: at(30),
		qualification: 'Direct',
		type: 'Independent',
		customerProfile: { name: 'Fabrikam' },
		...facts,
	};
}

/** So many invented referrals of one kind. @param name what each is called, with its number from 1 on */
export function deals(count: number, name: string, facts: Partial<Deal> = {}): Deal[] {
	return Array.from({ length: count }, (_, index) => deal({ ...facts, name: `${name} ${index + 1}` }));
}

/** A tenant whose referrals may change between requests. */
export class TenantInHand {
	referrals: readonly Deal[];

	constructor(referrals: readonly Deal[]) {
		this.referrals = referrals;
	}

	/** Changes a referral, as somebody in Partner Center does: it then says that it was updated just now. */
	change({ id }: Deal, facts: Partial<Deal>): void {
		const updatedDateTime = new Date().toISOString();
		this.referrals = this.referrals.map((each) =>
			each.id === id ? { ...each, updatedDateTime, ...facts } : each,
		);
	}

	readonly send: Send = (ask) => sampleSend({ referrals: this.referrals })(ask);
}
