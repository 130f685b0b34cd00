import type { Identity } from '../listing/session.ts';
import type { Accounts, TokenRequest } from './editorAccounts.ts';

/** What the editor says when asked in silence, while somebody is signed in here. */
export interface EditorAnswer {
	/** Whom the editor would give who asks for nobody in particular. */
	readonly preferred: Identity | undefined;
	/**
	 * What has become of the one who is signed in here: `there` with a session; `away` without one, as when it has expired
	 * or there is no network; `gone` from the editor altogether.
	 */
	readonly own: 'there' | 'away' | 'gone';
}

/** Who is signed in by that, and whether there are tokens for them. */
export interface Holder {
	readonly identity: Identity | undefined;
	readonly available: boolean;
}

/**
 * Who is signed in now. Whose session has only expired stays, even if the editor would give somebody else for it: it does so
 * when another account happens to be allowed, which is nobody's choice.
 */
export function holderAfter(signedIn: Identity | undefined, { preferred, own }: EditorAnswer): Holder {
	if (signedIn && own === 'away') return { identity: signedIn, available: false };
	if (signedIn && own === 'there')
		return { identity: preferred && preferred.id !== signedIn.id ? preferred : signedIn, available: true };
	return { identity: preferred, available: preferred !== undefined };
}

/** Asks the editor in silence, and no more than it takes. */
export async function askEditor(
	accounts: Accounts,
	request: TokenRequest,
	signedIn: Identity | undefined,
): Promise<EditorAnswer> {
	const preferred = (await accounts.session(request))?.account;
	if (!signedIn || preferred?.id === signedIn.id) return { preferred, own: 'there' };
	const own = await accounts.session(request, signedIn);
	if (own?.account.id === signedIn.id) return { preferred, own: 'there' };
	return { preferred, own: (await accounts.has(signedIn)) ? 'away' : 'gone' };
}
