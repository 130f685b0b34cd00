const pattern =
	/^((\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Turns a timestamp into text that sorts as time does, exact to the service's 100 nanoseconds; `undefined` for
 * anything but a full date and time with its zone. A `Date` alone would lose four of the seven digits.
 */
export function readInstant(text: string): string | undefined {
	const match = pattern.exec(text);
	if (match === null) {
		return undefined;
	}
	const [, minute = '', day = '', second = '00', fraction = '', zone = ''] = match;
	const time = Date.parse(`${minute}:${second}${zone}`);
	if (Number.isNaN(time) || !isDay(day)) {
		return undefined;
	}
	const whole = zone === 'Z' ? `${minute}:${second}` : new Date(time).toISOString().slice(0, 19);
	return `${whole}.${fraction.padEnd(7, '0')}`;
}

/** `Date` takes a thirtieth of February for a day in March. */
function isDay(text: string): boolean {
	return text.slice(8) <= '28' || new Date(text).toISOString().startsWith(text);
}
