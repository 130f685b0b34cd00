import type { Send } from '../send.ts';

/** Gives every request an id of its own, by which the service's support can find it. */
export function identified(send: Send): Send {
	return async (ask) => {
		const id = crypto.randomUUID();
		const reply = await send({ ...ask, headers: { ...ask.headers, 'client-request-id': id } });
		return { ...reply, headers: { 'client-request-id': id, ...reply.headers } };
	};
}
