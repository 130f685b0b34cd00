/** What some services write for an id that was never given. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * The engagement that a referral is a side of, in lower case, since ids are the same in any; undefined for one that is of none.
 */
export function engagementOf({
	engagementId,
}: {
	readonly engagementId?: string | undefined;
}): string | undefined {
	const key = engagementId?.trim().toLowerCase();
	return key && key !== nobody ? key : undefined;
}
