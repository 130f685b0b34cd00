import type { FaultName } from './faults.ts';

/** What the server saw of one request, and what became of it. */
export interface RecordedRequest {
	readonly method: string;
	/** The path and query exactly as they were on the wire. */
	readonly url: string;
	/** Names in lower case; a repeated header is joined with ", ". */
	readonly headers: Readonly<Record<string, string>>;
	/** Since the server was created, in milliseconds. */
	readonly at: number;
	/** `list` for the collection, `one` for a single referral, `other` for addresses that are neither. */
	readonly kind: 'list' | 'one' | 'other';
	/** Undefined until headers are sent, and for ever when they never are. */
	readonly status: number | undefined;
	/** Settles when the answer has been sent in full, or the connection was closed before, by either side. */
	readonly ended: Promise<'whole' | 'cut short'>;
	/** What was played instead of the regular answer. */
	fault?: FaultName;
}
