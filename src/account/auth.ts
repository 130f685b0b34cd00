import * as vscode from 'vscode';
import type { Identity } from '../listing/session.ts';
import { PartnerError } from '../partner/error.ts';
import type { TokenSource } from '../partner/sending/authorized.ts';
import { Calm } from './calm.ts';
import type { SignInEnd } from './lastSignIn.ts';
import { onDidChangeAccounts } from './onDidChangeAccounts.ts';
import type { SignedIn } from './signedIn.ts';
import type { SignInWishes } from './signInWishes.ts';

/** How often a window looks for a sign-out in another one, of which the editor tells nobody, in milliseconds. */
const glance = 2_000;

/**
 * The user's Microsoft sign-in, which the editor keeps. The editor offers no way to give a session back, so that
 * signing out means that this extension doesn't ask for one until the user signs in again.
 */
export class Auth implements vscode.Disposable {
	readonly #changes = new vscode.EventEmitter<void>();
	readonly #renewals = new vscode.EventEmitter<void>();
	readonly #memory: vscode.Memento;
	readonly #calm = new Calm(async () => this.#signedIn?.look());
	/** There from when somebody has asked; until then nobody was given out, and no change concerns anybody. */
	#signedIn: SignedIn | undefined;
	#opening: Promise<SignedIn> | undefined;
	#ended = false;
	#glances: NodeJS.Timeout | undefined;
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
		this.#memory = memory;
		this.#subscription = vscode.Disposable.from(
			this.#calm,
			onDidChangeAccounts(() => this.#calm.run()),
			vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#calm.run()),
		);
	}

	/**
	 * Who is signed in, if there is a token for them; asks the user nothing.
	 * @throws {PartnerError} `signInFailed`
	 */
	async current(): Promise<Identity | undefined> {
		return (await this.#open()).current();
	}

	/** Why the last sign-in in this window came to nothing; undefined where that is no longer of use. */
	get lastSignIn(): SignInEnd | undefined {
		return this.#signedIn?.last.end;
	}

	/**
	 * Tokens of one account, for as long as it is the one that was given out last, under the settings of now. They reject
	 * with `signedOut` once it isn't, and while there is no token; else with `signInFailed`.
	 */
	tokenFor(identity: Identity): TokenSource {
		if (!this.#signedIn) throw new PartnerError('signedOut');
		return this.#signedIn.tokenFor(identity);
	}

	/** The service wants a second factor of this user. @returns whether they have signed in anew for one */
	factorWanted(identity: Identity): boolean {
		return this.#signedIn?.factorWanted(identity) ?? false;
	}

	/**
	 * Signs in with the editor's dialogs, on the user's own action only. While one is open, there is no second.
	 * @returns whether the user is signed in by it; declining is no error
	 * @throws {PartnerError} `signInFailed`
	 */
	async signIn(wishes?: SignInWishes): Promise<boolean> {
		return (await this.#open()).signIn(wishes);
	}

	/** Forgets the user until the next sign-in, in all windows; the editor's own session stays for other extensions. */
	async signOut(): Promise<void> {
		await (await this.#open()).signOut();
	}

	dispose(): void {
		this.#ended = true;
		clearInterval(this.#glances);
		this.#signedIn?.dispose();
		this.#subscription.dispose();
		this.#changes.dispose();
		this.#renewals.dispose();
	}

	#open(): Promise<SignedIn> {
		this.#opening ??= this.#load();
		return this.#opening;
	}

	async #load(): Promise<SignedIn> {
		const { editorSignIn } = await import('./editorSignIn.ts');
		const signedIn = editorSignIn(this.#memory, {
			changed: () => {
				this.#calm.found();
				this.#changes.fire();
			},
			renewed: () => this.#renewals.fire(),
		});
		this.#signedIn = signedIn;
		if (this.#ended) signedIn.dispose();
		else this.#glances = setInterval(() => signedIn.compare(), glance);
		return signedIn;
	}
}
