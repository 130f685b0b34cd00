/**
 * One question to a referral service. There is no method: the product only ever sends GET.
 */
export interface Ask {
	/** The exact address, already encoded; no layer decodes and re-encodes it. */
	readonly url: string;
	/** Request headers, names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** Which page of a list this is, from 1, for the log; a single referral has none. */
	readonly page?: number;
	/** Whether no person waits for it, so that it comes after what people wait for. */
	readonly background?: boolean;
	/** Aborting it rejects the send with the signal's reason. */
	readonly signal: AbortSignal;
}

/**
 * What the service answered, whatever its status; redirects arrive as they are and are not followed.
 */
export interface Reply {
	readonly status: number;
	/** Response headers, names in lower case; a repeated header is joined with ", ". */
	readonly headers: Readonly<Record<string, string>>;
	/** The body after content decoding, not yet read as text. */
	readonly body: Uint8Array;
}

/**
 * Everything that talks to a referral service is this one function; behaviour is added by wrapping it.
 * Rejects with a `PartnerError` when no complete reply was had, or with the signal's reason when aborted.
 */
export type Send = (ask: Ask) => Promise<Reply>;
