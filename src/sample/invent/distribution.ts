/** How many referrals the sample tenant holds of one pair of status and substatus. */
export interface PairCount {
	readonly status: string;
	readonly substatus: string;
	readonly count: number;
}

/**
 * The sample tenant by status and substatus: three groups of several pages, one of exactly one full page, one
 * empty group, and, last, pairs that the documented table does not know but the service has been seen to send.
 */
export const distribution = [
	{ status: 'New', substatus: 'Pending', count: 760 },
	{ status: 'New', substatus: 'Received', count: 160 },
	{ status: 'Active', substatus: 'Accepted', count: 640 },
	{ status: 'Closed', substatus: 'Won', count: 480 },
	{ status: 'Closed', substatus: 'Lost', count: 343 },
	{ status: 'Closed', substatus: 'Declined', count: 0 },
	{ status: 'Closed', substatus: 'Expired', count: 100 },
	{ status: 'New', substatus: 'Accepted', count: 4 },
	{ status: 'Active', substatus: 'Declined', count: 2 },
	{ status: 'Active', substatus: 'None', count: 3 },
	{ status: 'Closed', substatus: 'Archived', count: 3 },
	{ status: 'Paused', substatus: 'OnHold', count: 5 },
] as const satisfies readonly PairCount[];
