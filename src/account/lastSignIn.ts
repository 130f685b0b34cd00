import type { PartnerError } from '../partner/error.ts';
import type { Ground } from './ground.ts';
import { isDeclined, signInFailure } from './signInFailure.ts';

/** How a sign-in ended that came to nothing: it failed, or the user said no or closed what asked. */
export type SignInEnd = PartnerError | 'declined';

/** Why the last sign-in of this window came to nothing, for as long as that may be why nobody is signed in. */
export class LastSignIn {
	readonly #ground: Pick<Ground, 'settings' | 'turns'>;
	#last: { readonly end: SignInEnd; readonly key: string; readonly turn: number } | undefined;

	constructor(ground: Pick<Ground, 'settings' | 'turns'>) {
		this.#ground = ground;
	}

	/** Undefined once one went well, the settings are others, or somebody has signed in or out in any window. */
	get end(): SignInEnd | undefined {
		const { settings, turns } = this.#ground;
		const last = this.#last;
		return last?.key === settings().key && last.turn === turns.now ? last.end : undefined;
	}

	wentWell(): void {
		this.#last = undefined;
	}

	/** @returns false when the user declined @throws {PartnerError} `signInFailed` */
	ended(error: unknown, key: string): false {
		const end = isDeclined(error) ? 'declined' : signInFailure(error);
		this.#last = { end, key, turn: this.#ground.turns.now };
		if (end !== 'declined') throw end;
		return false;
	}
}
