import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from '../../src/partner/send.ts';

/** One request on the wire, and what the service would regularly answer it. */
export interface Exchange {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly reply: Reply;
	/** Host, and port if any, of somebody to whom the client must not talk. */
	readonly elsewhere: string;
}

/** Answers, or fails to answer, in place of the service. */
export type Fault = (exchange: Exchange) => void | Promise<void>;
