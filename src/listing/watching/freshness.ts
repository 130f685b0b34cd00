import type { PartnerError } from '../../partner/error.ts';

/** How fresh what is shown is. */
export interface Freshness {
	/** Up to when changes are shown, in milliseconds since 1970; undefined where none had to be looked for yet. */
	readonly asOf: number | undefined;
	/** Whether more has changed than what was read. */
	readonly tooMany: boolean;
	/** Whether some of what has changed may belong here or not, which only the service can tell. */
	readonly unsure: boolean;
	/** Why nobody looks any more. */
	readonly stopped: PartnerError | undefined;
}

/** Before anybody has looked, and after everything was read anew. */
export const unlooked: Freshness = { asOf: undefined, tooMany: false, unsure: false, stopped: undefined };
