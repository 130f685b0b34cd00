import { PartnerError } from '../error.ts';
import type { Send } from '../send.ts';

/** Gives every request an id of its own, by which the service's support can find it. */
export function identified(send: Send): Send {
	return async (ask) => {
		const id = crypto.randomUUID();
		const reply = await send({ ...ask, headers: { ...ask.headers, 'client-request-id': id } }).catch(
			(error: unknown) => {
				throw withId(error, id);
			},
		);
		return { ...reply, headers: { 'client-request-id': id, ...reply.headers } };
	};
}

/** Also what never arrived is found by it, at a proxy or a gateway. */
function withId(error: unknown, clientRequestId: string): unknown {
	if (!(error instanceof PartnerError)) return error;
	return new PartnerError(error.kind, { clientRequestId, ...error.facts }, error.challenge);
}
