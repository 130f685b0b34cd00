/** A function and a place in a file; folders, which may be named after people, are left out. */
const frame = /^ {4}at (?:async )?(?:([\w$.<># ]{1,100}) \()?(?:[^()]*[/\\])?([\w$.-]{1,100}:\d+:\d+)\)?$/;

/**
 * Of which class an error is, its code, and where it was thrown, for the log. Its message is left out: one of a parser quotes
 * what it read, and one of a file system has the path that somebody named after a customer.
 */
export function whereOf(error: unknown): string {
	if (!(error instanceof Error)) return typeof error;
	const kinds = [error.name, 'code' in error ? error.code : ''].filter(
		(kind) => typeof kind === 'string' && /^\w{1,60}$/.test(kind),
	);
	return [kinds.join(' ') || 'Error', ...framesOf(error)].join('\n');
}

function framesOf({ stack = '', message }: Error): string[] {
	// A message of several lines may have some that look like a frame.
	const head = stack.indexOf(message);
	if (head < 0) return [];
	return stack
		.slice(head + message.length)
		.split('\n')
		.flatMap((line) => {
			const [, name, place] = frame.exec(line) ?? [];
			return place === undefined ? [] : `    at ${name === undefined ? place : `${name} (${place})`}`;
		});
}
