import type { Memento } from 'vscode';
import { editorAccounts } from './editorAccounts.ts';
import type { Ground } from './ground.ts';
import { turnsIn } from './memory/turns.ts';
import { readSettings } from './settings.ts';
import { SignedIn } from './signedIn.ts';
import { signInScopes } from './signInScopes.ts';

/** Who is signed in in this editor. @param memory what all windows of the user share */
export function editorSignIn(memory: Memento, told: Pick<Ground, 'changed' | 'renewed'>): SignedIn {
	return new SignedIn({
		...told,
		accounts: editorAccounts,
		turns: turnsIn(memory),
		settings: readSignInSettings,
		now: Date.now,
		after,
	});
}

function readSignInSettings() {
	const settings = readSettings();
	const scopes = signInScopes(settings);
	return {
		scopes,
		key: JSON.stringify([settings.endpoint, scopes]),
		concerned: settings.source === 'partnerCenter',
	};
}

function after(milliseconds: number, run: () => void): () => void {
	const timer = setTimeout(run, milliseconds);
	return () => clearTimeout(timer);
}
