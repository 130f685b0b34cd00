import { setTimeout as after } from 'node:timers/promises';
import type { Reply, Send } from '../../src/partner/send.ts';
import { Random } from '../../src/sample/invent/random.ts';

/** How slow a service is, and how soon it has enough. */
export interface Pace {
	/** What each answer takes, in milliseconds. */
	latency?: number;
	/** Up to how much more it takes, in milliseconds. */
	jitter?: number;
	/** How many requests it takes in a second; those beyond are told to come again. */
	mostPerSecond?: number;
	/** How many requests it takes at once. */
	mostAtOnce?: number;
	/** When those that were refused may come again, in seconds. */
	retryAfter?: number;
}

/** A service that takes its time and throttles; its pace may be changed while it runs. */
export function paced(send: Send, pace: Pace): Send {
	const random = new Random(1);
	let arrivals: number[] = [];
	let present = 0;
	return async (ask) => {
		const { latency = 0, jitter = 0, mostPerSecond = Infinity, mostAtOnce = Infinity, retryAfter = 1 } = pace;
		const now = performance.now();
		arrivals = arrivals.filter((at) => at > now - 1000);
		if (arrivals.length >= mostPerSecond || present >= mostAtOnce) return throttled(retryAfter);
		arrivals.push(now);
		present += 1;
		try {
			const wait = latency + jitter * random.fraction();
			if (wait > 0) await after(wait, undefined, { signal: ask.signal });
			return await send(ask);
		} finally {
			present -= 1;
		}
	};
}

function throttled(seconds: number): Reply {
	const body = `{"statusCode":429,"message":"Rate limit is exceeded. Try again in ${seconds} seconds."}`;
	return {
		status: 429,
		headers: { 'content-type': 'application/json', 'retry-after': `${seconds}` },
		body: new TextEncoder().encode(body),
	};
}
