/** In milliseconds. */
export const day = 24 * 60 * 60_000;

/** How long a new referral waits for an answer, in days. */
export const patience = 14;

/** The midnight in UTC before an instant, or that instant. @param time milliseconds since 1970 */
export function startOfDay(time: number): number {
	return Math.floor(time / day) * day;
}

/** An instant as the service writes it. @param fraction of a second, with its point; empty for none */
export function timestamp(time: number, fraction: string): string {
	return `${new Date(time).toISOString().slice(0, 19)}${fraction}Z`;
}
