/** A contact or a member of the partner's team, as far as the sample service itself looks into it. */
export interface SampleMember {
	readonly email?: string | null;
	readonly [name: string]: unknown;
}

/**
 * A referral as it crosses the wire. Only what the service filters and orders by is named here; everything
 * else is whatever JSON the tenant holds.
 */
export interface SampleReferral {
	readonly id: string;
	readonly engagementId: string;
	readonly createdDateTime: string;
	readonly updatedDateTime: string;
	readonly status: string;
	readonly substatus: string;
	readonly qualification: string;
	readonly type: string;
	readonly direction?: string;
	readonly customerProfile: {
		readonly address?: { readonly country?: string; readonly [name: string]: unknown };
		readonly [name: string]: unknown;
	};
	readonly details?: Readonly<Record<string, unknown>> | undefined;
	/** A team of one may come without the list around it. */
	readonly team?: readonly SampleMember[] | SampleMember;
	readonly [name: string]: unknown;
}
