const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The instant that a text names in ISO 8601 with a time zone, as milliseconds since 1970; undefined for any other
 * text, in nearly all of which `Date` would find a date nevertheless. Digits beyond milliseconds are dropped.
 */
export function instantIn(text: string): number | undefined {
	const instant = isoInstant.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(instant) || !isInCalendar(text.slice(0, 10)) ? undefined : instant;
}

/** `Date` takes 30 February for 2 March; up to the 28th, there is nothing to see to. */
function isInCalendar(date: string): boolean {
	if (date.slice(8) <= '28') return true;
	return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}
