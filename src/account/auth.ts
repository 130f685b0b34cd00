import * as vscode from 'vscode';
import type { TokenSource } from '../partner/sending/authorized.ts';
import { Calm } from './calm.ts';
import { editorAccounts, type Identity, onDidChangeAccounts } from './editorAccounts.ts';
import { readSettings } from './settings.ts';
import { SignedIn, type SignInWishes } from './signedIn.ts';
import { signInScopes } from './signInScopes.ts';
import { turnsIn } from './turns.ts';

/** How often a window looks for a sign-out in another one, of which the editor tells nobody, in milliseconds. */
const glance = 2_000;

/**
 * The user's Microsoft sign-in, which the editor keeps. The editor offers no way to give a session back, so that
 * signing out means that this extension doesn't ask for one until the user signs in again.
 */
export class Auth implements vscode.Disposable {
	readonly #changes = new vscode.EventEmitter<void>();
	readonly #renewals = new vscode.EventEmitter<void>();
	readonly #signedIn: SignedIn;
	readonly #subscription: vscode.Disposable;

	/**
	 * Whom `current` or a sign-in gave out is no longer who is signed in: it's somebody else, or nobody, or the user signed
	 * out, here or in another window. Nothing is told while the sample is explored, nor of a sign-in that has only expired.
	 */
	readonly onDidChange = this.#changes.event;
	/** The same user signed in again. */
	readonly onDidRenew = this.#renewals.event;

	/** @param memory what all windows of the user share */
	constructor(memory: vscode.Memento) {
		const calm = new Calm(() => this.#signedIn.look());
		this.#signedIn = new SignedIn({
			accounts: editorAccounts,
			turns: turnsIn(memory),
			settings: readSignInSettings,
			changed: () => {
				calm.found();
				this.#changes.fire();
			},
			renewed: () => this.#renewals.fire(),
			now: Date.now,
			after,
		});
		const glances = setInterval(() => this.#signedIn.compare(), glance);
		this.#subscription = vscode.Disposable.from(
			calm,
			{ dispose: () => clearInterval(glances) },
			onDidChangeAccounts(() => calm.run()),
			vscode.window.onDidChangeWindowState(({ focused }) => focused && calm.run()),
		);
	}

	/**
	 * Who is signed in, if there is a token for them; asks the user nothing.
	 * @throws {PartnerError} `signInFailed`
	 */
	current(): Promise<Identity | undefined> {
		return this.#signedIn.current();
	}

	/**
	 * Tokens of one account, for as long as it is the one that was given out last, under the settings of now. They reject
	 * with `signedOut` once it isn't, and while there is no token; else with `signInFailed`.
	 */
	tokenFor(identity: Identity): TokenSource {
		return this.#signedIn.tokenFor(identity);
	}

	/**
	 * Signs in with the editor's dialogs, on the user's own action only. While one is open, there is no second.
	 * @returns whether the user is signed in by it; declining is no error
	 * @throws {PartnerError} `signInFailed`
	 */
	signIn(wishes?: SignInWishes): Promise<boolean> {
		return this.#signedIn.signIn(wishes);
	}

	/** Forgets the user until the next sign-in, in all windows; the editor's own session stays for other extensions. */
	signOut(): Promise<void> {
		return this.#signedIn.signOut();
	}

	dispose(): void {
		this.#signedIn.dispose();
		this.#subscription.dispose();
		this.#changes.dispose();
		this.#renewals.dispose();
	}
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
