import { errorBody } from '../../src/sample/service/errorBody.ts';
import { changed } from './changed.ts';
import type { Fault } from './exchange.ts';

const later = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

/** Being asked to wait, in every way in which `Retry-After` can be written, or not. */
export const throttleFaults = {
	status429: throttled(() => '1'),
	status429WithoutRetryAfter: throttled(() => undefined),
	status429RetryAfterZero: throttled(() => '0'),
	status429RetryAfterFraction: throttled(() => '0.5'),
	status429RetryAfterMinute: throttled(() => '57'),
	status429RetryAfterHour: throttled(() => '3600'),
	status429RetryAfterPastDate: throttled(() => 'Wed, 21 Oct 2015 07:28:00 GMT'),
	status429RetryAfterDate: throttled(() => later(3)),
	status429RetryAfterFarDate: throttled(() => later(90 * 24 * 3600)),
	status429RetryAfterNegative: throttled(() => '-5'),
	status429RetryAfterAbsurd: throttled(() => '9'.repeat(30)),
	status429RetryAfterNonsense: throttled(() => 'soon'),
	status429RetryAfterTwice: throttled(() => ['1', '2']),
	status429Documented: documented(429, 1),
	status503RetryAfter: documented(503, 1),
	status503RetryAfterHour: documented(503, 3600),
} as const satisfies Record<string, Fault>;

/** The gateway throttles with a body of its own, without the `error` around it. */
function throttled(retryAfter: () => string | readonly string[] | undefined): Fault {
	const body = Buffer.from('{"statusCode":429,"message":"Rate limit is exceeded. Try again in 1 seconds."}');
	return ({ response }) => {
		const value = retryAfter();
		if (value !== undefined) response.setHeader('retry-after', value);
		response.writeHead(429, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
	};
}

function documented(status: number, seconds: number): Fault {
	const body = Buffer.from(JSON.stringify(errorBody('serviceNotAvailable', 'Try again later.')));
	return changed((reply) => ({
		status,
		headers: { ...reply.headers, 'retry-after': `${seconds}` },
		body,
	}));
}
