import type { Identity } from '../listing/session.ts';
import type { Asking } from './editorAccounts.ts';

/** The time in which one answer to "who is signed in?" holds, under the same settings and without a sign-out. */
export interface Period {
	readonly identity: Identity | undefined;
	readonly key: string;
	readonly turn: number;
	/** The token given out last, and the one given out last after a refusal: one that stays refused must go. */
	given?: string;
	suspect?: string;
	/** Whether there was no token for them, as when the sign-in has expired: then they may come back. */
	isAway?: boolean;
	/** Whether the service wants a second factor, and whether the user has signed in anew for that. */
	lacksFactor?: boolean;
	isAnew?: boolean;
}

/** Notes that the service wants a second factor of somebody. @returns whether they have signed in anew for one */
export function wantFactor(period: Period | undefined, { id }: Identity): boolean {
	if (!period || period.identity?.id !== id) return false;
	period.lacksFactor = true;
	return period.isAnew ?? false;
}

/**
 * How to ask the one to sign in again who is signed in. The editor forgets whom it prefers before it lets the user choose, so
 * that after a choice that was cancelled it has to be told.
 */
export function expecting(period: Period | undefined, claims: string | undefined): Asking {
	const { identity, given, suspect, lacksFactor = false } = period ?? {};
	const staysRefused = suspect !== undefined && suspect === given;
	return { account: identity, anew: !claims && (staysRefused || lacksFactor) };
}
