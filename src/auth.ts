import * as vscode from 'vscode';
import { PartnerError } from './partner/partnerError.ts';
import { readSettings, type Settings } from './settings.ts';

const provider = 'microsoft';
const signedOutKey = 'signedOut';
const purpose = "It reads your organisation's referrals from Partner Center, and never changes them.";

/**
 * The user's Microsoft sign-in, which the editor keeps. The editor offers no way to give a session back, so that
 * signing out means that this extension doesn't ask for one until the user signs in again.
 */
export class Auth implements vscode.Disposable {
	readonly #memory: vscode.Memento;
	readonly #changes = new vscode.EventEmitter<void>();
	readonly #subscription: vscode.Disposable;
	/** The account last seen: null when there was none, undefined before anybody asked. */
	#account: string | null | undefined;
	#signingIn = false;

	/** The user signed in or out, here or elsewhere, or became somebody else. */
	readonly onDidChange = this.#changes.event;

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
	async session(): Promise<vscode.AuthenticationSession | undefined> {
		if (this.#memory.get<boolean>(signedOutKey)) return undefined;
		return this.#get({ silent: true }).catch(fail);
	}

	/**
	 * Signs in with the editor's dialogs.
	 * @returns whether the user did; declining is no error
	 * @throws {PartnerError} `signInFailed`
	 */
	async signIn(): Promise<boolean> {
		const wasSignedOut = this.#memory.get<boolean>(signedOutKey) === true;
		this.#signingIn = true;
		try {
			await this.#get({ createIfNone: { detail: purpose }, clearSessionPreference: wasSignedOut });
			await this.#memory.update(signedOutKey, undefined);
		} catch (error) {
			if (isRefusal(error)) return false;
			return fail(error);
		} finally {
			this.#signingIn = false;
		}
		this.#changes.fire();
		return true;
	}

	/** Forgets the user until the next sign-in; the editor's own session stays for other extensions. */
	async signOut(): Promise<void> {
		await this.#memory.update(signedOutKey, true);
		this.#account = null;
		this.#changes.fire();
	}

	/**
	 * A token for the service, renewed by the editor when needed.
	 * @throws {PartnerError} `signedOut`, `signInFailed`
	 */
	async token(): Promise<string> {
		const session = await this.session();
		if (!session) throw new PartnerError('signedOut');
		return session.accessToken;
	}

	dispose(): void {
		this.#subscription.dispose();
		this.#changes.dispose();
	}

	async #get(options: vscode.AuthenticationGetSessionOptions) {
		const session = await vscode.authentication.getSession(provider, scopesFor(readSettings()), options);
		this.#account = session?.account.id ?? null;
		return session;
	}

	// The editor also tells of renewed tokens and of other extensions' sign-ins, neither of which changes anything.
	async #compare(): Promise<void> {
		if (this.#account === undefined || this.#signingIn) return;
		const before = this.#account;
		const session = await this.session();
		if ((session?.account.id ?? null) !== before) this.#changes.fire();
	}
}

/** The scopes to ask for; the editor takes the ids of one's own app registration as scopes, too. */
function scopesFor({ scopes, clientId, tenantId }: Settings): string[] {
	return [
		...scopes,
		...(clientId ? [`VSCODE_CLIENT_ID:${clientId}`] : []),
		...(tenantId ? [`VSCODE_TENANT:${tenantId}`] : []),
	];
}

// The editor gives no code for these; its words are the only sign.
function isRefusal(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return error.name === 'Canceled' || error.message.startsWith('User did not consent');
}

/** Keeps only Microsoft Entra's code of a failure: the text may name the user or the tenant. */
function fail(error: unknown): never {
	const code = error instanceof Error ? (/AADSTS\d+/.exec(error.message)?.[0] ?? error.name) : undefined;
	throw new PartnerError('signInFailed', { code });
}
