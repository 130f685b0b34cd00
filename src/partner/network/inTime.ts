import { PartnerError } from '../error.ts';
import type { Send } from '../send.ts';

/** Gives up what isn't answered in full within so many milliseconds, whatever keeps it going. */
export function inTime(send: Send, longest: number): Send {
	return async (ask) => {
		const late = new AbortController();
		const timer = setTimeout(
			() => late.abort(new PartnerError('timedOut', { code: 'WHOLE_REPLY' })),
			longest,
		);
		try {
			return await send({ ...ask, signal: AbortSignal.any([ask.signal, late.signal]) });
		} finally {
			clearTimeout(timer);
		}
	};
}
