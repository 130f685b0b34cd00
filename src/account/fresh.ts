import type { Identity } from '../listing/session.ts';
import type { EditorSession } from './editorAccounts.ts';
import { signedOutBetween } from './memory/turns.ts';

/** How long the session of a sign-in is used without asking for it again, in milliseconds. */
export const freshFor = 10_000;

/**
 * What a user's own sign-in gave: right after it, some brokers deny to know of the session. It is for the settings that it was
 * made under alone, and gone with them.
 */
export class Fresh {
	#kept:
		| { readonly session: EditorSession; readonly key: string; readonly turn: number; readonly until: number }
		| undefined;

	get isEmpty(): boolean {
		return !this.#kept;
	}

	keep({ accessToken, account }: EditorSession, key: string, turn: number, now: number): void {
		this.#kept = { session: { accessToken, account }, key, turn, until: now + freshFor };
	}

	/** The session while it is fresh, of this account or of anybody. */
	of(now: number, account?: Identity): EditorSession | undefined {
		if (!this.#kept || now >= this.#kept.until) return undefined;
		const { session } = this.#kept;
		return !account || session.account.id === account.id ? session : undefined;
	}

	/** Drops it unless it is for these settings, and nobody signed out since. */
	holdTo(key: string, turn: number): void {
		if (this.#kept && (this.#kept.key !== key || signedOutBetween(this.#kept.turn, turn))) this.drop();
	}

	drop(): void {
		this.#kept = undefined;
	}
}
