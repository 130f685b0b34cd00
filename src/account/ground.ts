import type { Accounts } from './editorAccounts.ts';
import type { Turns } from './memory/turns.ts';

/** What the settings say of signing in, at this moment. */
interface SignInSettings {
	readonly scopes: readonly string[];
	/** Another one when no token may go on being used. */
	readonly key: string;
	/** Whether somebody's referrals are looked at, rather than the sample. */
	readonly concerned: boolean;
}

/** What the owner of the sign-in stands on. */
export interface Ground {
	readonly accounts: Accounts;
	readonly turns: Turns;
	settings(): SignInSettings;
	/** Somebody else than was given out is signed in now, or nobody. */
	changed(): void;
	/** The same one signed in again. */
	renewed(): void;
	/** Milliseconds since 1970. */
	now(): number;
	/** Calls later, unless what is returned is called before. */
	after(milliseconds: number, run: () => void): () => void;
}
