import type { Send } from '../send.ts';

/** A way to the network, with connections that stay open between requests until it is closed. */
export interface Network {
	readonly send: Send;
	/** Ends everything, also what is under way. */
	close(): Promise<void>;
}
