import * as vscode from 'vscode';
import type { TokenSource } from '../partner/authorized.ts';
import { PartnerError } from '../partner/error.ts';
import { readSettings } from './settings.ts';
import { signInScopes } from './signInScopes.ts';

const provider = 'microsoft';
const signedOutKey = 'signedOut';
const purpose = "It reads your organisation's referrals from Partner Center, and never changes them.";

/** How long the session of a sign-in is used without asking for it again, in milliseconds. */
const freshFor = 10_000;

type Session = vscode.AuthenticationSession;

/** How to sign in, besides plainly. */
export interface SignInWishes {
	/** The `WWW-Authenticate` header in which the service asked for more. */
	readonly challenge?: string | undefined;
	/** Lets the user choose among accounts, even where one was chosen before. */
	readonly chooseAccount?: boolean;
}

/**
 * The user's Microsoft sign-in, which the editor keeps. The editor offers no way to give a session back, so that
 * signing out means that this extension doesn't ask for one until the user signs in again.
 */
export class Auth implements vscode.Disposable {
	readonly #memory: vscode.Memento;
	readonly #changes = new vscode.EventEmitter<void>();
	readonly #renewals = new vscode.EventEmitter<void>();
	readonly #subscription: vscode.Disposable;
	/** The account last seen: null when there was none, undefined before anybody asked. */
	#account: string | null | undefined;
	/** What the user's own sign-in gave: right after it, some brokers deny to know of the session. */
	#fresh: { readonly session: Session; readonly until: number } | undefined;
	/** The token given out last, and the one given out last after a refusal: one that stays refused must go. */
	#given: string | undefined;
	#suspect: string | undefined;
	#signingIn = false;
	#recheck: NodeJS.Timeout | undefined;

	/** Somebody signed in or out, here or elsewhere, or became somebody else. */
	readonly onDidChange = this.#changes.event;
	/** The same user signed in again. */
	readonly onDidRenew = this.#renewals.event;

	constructor(memory: vscode.Memento) {
		this.#memory = memory;
		this.#subscription = vscode.authentication.onDidChangeSessions((event) => {
			if (event.provider.id === provider) this.#compare().catch(() => {});
		});
	}

	/**
	 * The session if there is one; asks the user nothing.
	 * @throws {PartnerError} `signInFailed`
	 */
	async session(): Promise<Session | undefined> {
		if (this.#memory.get<boolean>(signedOutKey)) return undefined;
		if (this.#fresh && Date.now() < this.#fresh.until) return this.#fresh.session;
		return this.#get({ silent: true }).catch(fail);
	}

	/**
	 * Signs in with the editor's dialogs, on the user's own action only.
	 * @returns whether the user did; declining is no error
	 * @throws {PartnerError} `signInFailed`
	 */
	async signIn({ challenge, chooseAccount = false }: SignInWishes = {}): Promise<boolean> {
		const before = this.#account;
		const choose = chooseAccount || this.#memory.get<boolean>(signedOutKey) === true;
		const detail = { detail: purpose };
		const anew = this.#suspect !== undefined && this.#suspect === this.#given && !choose && !challenge;
		const how = anew ? { forceNewSession: detail } : { createIfNone: detail, clearSessionPreference: choose };
		this.#signingIn = true;
		try {
			const session = await this.#get(how, challenge);
			if (!session) return false;
			this.#fresh = { session, until: Date.now() + freshFor };
			await this.#memory.update(signedOutKey, undefined);
		} catch (error) {
			if (isDeclined(error)) return false;
			return fail(error);
		} finally {
			this.#signingIn = false;
		}
		(this.#account === before ? this.#renewals : this.#changes).fire();
		return true;
	}

	/** Forgets the user until the next sign-in; the editor's own session stays for other extensions. */
	async signOut(): Promise<void> {
		await this.#memory.update(signedOutKey, true);
		this.#account = null;
		this.#fresh = undefined;
		this.#changes.fire();
	}

	/** A token for the service, renewed by the editor when needed; rejects with `signedOut` or `signInFailed`. */
	readonly token: TokenSource = async (refusal) => {
		if (refusal) this.#fresh = undefined;
		const session = refusal?.challenge
			? await this.#get({ silent: true }, refusal.challenge).catch(fail)
			: await this.session();
		if (!session) throw new PartnerError('signedOut');
		this.#given = session.accessToken;
		if (refusal) this.#suspect = session.accessToken;
		return session.accessToken;
	};

	dispose(): void {
		clearTimeout(this.#recheck);
		this.#subscription.dispose();
		this.#changes.dispose();
		this.#renewals.dispose();
	}

	async #get(
		options: vscode.AuthenticationGetSessionOptions,
		challenge?: string,
	): Promise<Session | undefined> {
		const scopes = signInScopes(readSettings());
		const request = challenge ? { wwwAuthenticate: challenge, fallbackScopes: scopes } : scopes;
		const session = await vscode.authentication.getSession(provider, request, options);
		if (!challenge || session) this.#account = session?.account.id ?? null;
		return session;
	}

	// The editor also tells of renewed tokens and of other extensions' sign-ins, neither of which changes anything.
	async #compare(): Promise<void> {
		if (this.#account === undefined || this.#signingIn) return;
		if (this.#fresh && Date.now() < this.#fresh.until)
			return this.#compareLater(this.#fresh.until - Date.now());
		const before = this.#account;
		const session = await this.session();
		if ((session?.account.id ?? null) !== before) this.#changes.fire();
	}

	#compareLater(milliseconds: number): void {
		clearTimeout(this.#recheck);
		this.#recheck = setTimeout(() => this.#compare().catch(() => {}), milliseconds);
	}
}

// The editor gives no code for these; its words are the only sign.
function isDeclined(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return error.name === 'Canceled' || error.message.startsWith('User did not consent');
}

/** Keeps only Microsoft Entra's code of a failure: the text may name the user or the tenant. */
function fail(error: unknown): never {
	const code = error instanceof Error ? (/AADSTS\d+/.exec(error.message)?.[0] ?? error.name) : undefined;
	throw new PartnerError('signInFailed', { code });
}
