/** The statuses of a referral in the order of its life; the service may send others too. */
export const statuses = ['New', 'Active', 'Closed'] as const;
export type Status = (typeof statuses)[number];

/** Which substatuses a status can have, by the service's documentation ("Referral resources"). */
export const substatusesOf = {
	New: ['Pending', 'Received'],
	Active: ['Accepted'],
	Closed: ['Won', 'Lost', 'Declined', 'Expired'],
} as const satisfies Record<Status, readonly string[]>;
export type Substatus = (typeof substatusesOf)[Status][number];
