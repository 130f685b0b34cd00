import { PartnerError } from './error.ts';
import type { Ask, Reply, Send } from './send.ts';

/** What became of a request: a reply, or a failure as a value, for whoever decides what to do about it. */
export type Outcome = Reply | PartnerError;

/** Sends, and keeps a `PartnerError` as a value; rejects with anything else. */
export async function outcomeOf(send: Send, ask: Ask): Promise<Outcome> {
	try {
		return await send(ask);
	} catch (error) {
		if (error instanceof PartnerError) return error;
		throw error;
	}
}

/** The reply; or throws the failure that it is instead. */
export function settled(outcome: Outcome): Reply {
	if (outcome instanceof PartnerError) throw outcome;
	return outcome;
}
