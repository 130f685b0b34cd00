import type { Endpoint } from './endpoint.ts';
import { PartnerError } from './partnerError.ts';
import type { Send } from './send.ts';

/**
 * Adds the user's token, which is asked for anew each time because whoever holds it also renews it.
 * It goes to the endpoint's origin and nowhere else.
 */
export function authorized(send: Send, endpoint: Endpoint, token: () => Promise<string>): Send {
	return async (ask) => {
		if (new URL(ask.url).origin !== endpoint.origin) throw new PartnerError('linkRefused');
		const bearer = await token();
		ask.signal.throwIfAborted();
		return send({ ...ask, headers: { ...ask.headers, authorization: `Bearer ${bearer}` } });
	};
}
