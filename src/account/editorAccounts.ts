import * as vscode from 'vscode';
import type { Identity } from '../listing/session.ts';
import { challengeWith } from './claims.ts';
import { provider } from './onDidChangeAccounts.ts';

/** What the editor gives for somebody who is signed in. */
export interface EditorSession {
	readonly accessToken: string;
	readonly account: Identity;
}

/** What a token has to be for. */
export interface TokenRequest {
	readonly scopes: readonly string[];
	/** What the service wants besides, as `claimsIn` read it. */
	readonly claims?: string | undefined;
}

/** How the user is asked to sign in. */
export interface Asking {
	/** Who is expected; without one, it's the user's choice. */
	readonly account?: Identity | undefined;
	/** Lets the user choose, also where an account was chosen before, which the editor forgets for that. */
	readonly choose?: boolean;
	/** Asks even though there is a session, for one with another token. */
	readonly anew?: boolean;
}

/** The accounts that the editor keeps, as far as this extension needs them. */
export interface Accounts {
	/** A session in silence: of this account, or else of the one that the editor prefers. */
	session(request: TokenRequest, account?: Identity): Promise<EditorSession | undefined>;
	/** Asks the user with the editor's dialogs; rejects also when they are cancelled. */
	ask(request: TokenRequest, asking: Asking): Promise<EditorSession | undefined>;
	/** Whether the editor still has this account, with a session in silence or without. */
	has(account: Identity): Promise<boolean>;
}

/** The accounts of this editor. */
export const editorAccounts: Accounts = {
	session: async (request, account) =>
		vscode.authentication.getSession(provider, inEditorsForm(request), {
			silent: true,
			...(account && { account }),
		}),
	ask: async (request, { account, choose = false, anew = false }) => {
		const detail = vscode.l10n.t(
			"It reads your organisation's referrals from Partner Center, and never changes them.",
		);
		return vscode.authentication.getSession(provider, inEditorsForm(request), {
			...(anew ? { forceNewSession: { detail } } : { createIfNone: { detail } }),
			...(choose && { clearSessionPreference: true }),
			...(account && { account }),
		});
	},
	has: async ({ id }) => (await vscode.authentication.getAccounts(provider)).some((each) => each.id === id),
};

function inEditorsForm({ scopes, claims }: TokenRequest) {
	return claims === undefined
		? scopes
		: { wwwAuthenticate: challengeWith(claims), fallbackScopes: [...scopes] };
}
