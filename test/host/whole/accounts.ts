import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** Somebody with a Microsoft account. */
export interface Person {
	readonly id: string;
	readonly label: string;
}

export const ada: Person = { id: 'ada', label: 'ada@contoso.com' };
export const bob: Person = { id: 'bob', label: 'bob@fabrikam.com' };

type Request = readonly string[] | vscode.AuthenticationWwwAuthenticateRequest;

/** The token that somebody gets for some scopes. */
export function tokenOf({ id }: Person, scopes: readonly string[]): string {
	return `${id}~${scopes.join('~')}`;
}

/** A question of the editor that somebody has to answer. */
class SignInDialog {
	readonly #answer = Promise.withResolvers<Person | undefined>();
	isOpen = true;

	get answered(): Promise<Person | undefined> {
		return this.#answer.promise;
	}

	/** Chooses an account; without one, cancels. */
	choose(person?: Person): void {
		this.isOpen = false;
		this.#answer.resolve(person);
	}
}

/**
 * A stand-in for the editor's Microsoft accounts, whose own dialogs a test window refuses. It goes by the rules of the
 * editor: a preferred account is forgotten before the user is asked for another one, and without a preference there is a
 * session in silence only where exactly one account was allowed.
 */
class Accounts {
	/** Whether it stands in. */
	active = false;
	/** Those who are signed in to the editor. */
	signedIn: readonly Person[] = [];
	readonly #allowed = new Set<Person>();
	#preferred: Person | undefined;
	/** There is nothing in silence, as when a sign-in has expired, or as offline. */
	expired = false;
	/** What every call fails with. */
	failure: Error | undefined;
	#dialogs: SignInDialog[] = [];
	#willChoose: Person | undefined;
	/** How often a new session was wanted although there is one. */
	forced = 0;
	/** How many wait for a session. */
	waiting = 0;
	#gate: PromiseWithResolvers<void> | undefined;
	readonly #changes = new vscode.EventEmitter<vscode.AuthenticationSessionsChangeEvent>();

	readonly onDidChange = this.#changes.event;

	/** Begins with one person who is signed in, and nobody allowed. */
	begin(person: Person): void {
		this.active = true;
		this.signedIn = [person];
		this.#allowed.clear();
		this.#preferred = undefined;
		this.expired = false;
		this.failure = undefined;
		this.forced = 0;
		this.letGo();
	}

	end(): void {
		this.letGo();
		for (const dialog of this.#dialogs) dialog.choose();
		this.#dialogs = [];
		this.#willChoose = undefined;
	}

	/** The next dialog is answered so, at once. */
	willChoose(person: Person): void {
		this.#willChoose = person;
	}

	/** Lets the extension have an account without a dialog, as it was let on another day. */
	allow(person: Person): void {
		this.#allowed.add(person);
	}

	/** The account becomes another one elsewhere; nobody is told yet. */
	become(person: Person): void {
		this.signedIn = [person];
		this.#allowed.add(person);
		this.#preferred = person;
	}

	/** Tells everybody that something about the accounts has changed. */
	tell(): void {
		this.#changes.fire({ provider: { id: 'microsoft', label: 'Microsoft' } });
	}

	/** Makes whoever asks for a session wait until `letGo`. */
	hold(): void {
		this.#gate ??= Promise.withResolvers<void>();
	}

	letGo(): void {
		this.#gate?.resolve();
		this.#gate = undefined;
	}

	/** The dialog that is open, once there is one. */
	async dialog(): Promise<SignInDialog> {
		return eventually(() => {
			const open = this.#dialogs.find(({ isOpen }) => isOpen);
			if (!open) throw new Error('Nobody is asked to sign in.');
			return open;
		});
	}

	async getSession(
		request: Request,
		options: vscode.AuthenticationGetSessionOptions = {},
	): Promise<vscode.AuthenticationSession | undefined> {
		this.waiting++;
		await this.#gate?.promise;
		this.waiting--;
		if (this.failure) throw this.failure;
		const scopes =
			'fallbackScopes' in request
				? (request.fallbackScopes ?? [])
				: 'wwwAuthenticate' in request
					? []
					: request;
		if (options.forceNewSession) this.forced++;
		if (options.clearSessionPreference) this.#preferred = undefined;
		const known = this.#known(options);
		const preferred = options.account ? known[0] : known.find((each) => each === this.#preferred);
		if (!options.forceNewSession && preferred && this.#allowed.has(preferred))
			return session(preferred, scopes);
		if (options.createIfNone || options.forceNewSession) return session(await this.#ask(), scopes);
		const allowed = known.filter((each) => this.#allowed.has(each));
		return !preferred && allowed[0] && allowed.length === 1 ? session(allowed[0], scopes) : undefined;
	}

	getAccounts(): readonly Person[] {
		return this.signedIn;
	}

	#known({ account }: vscode.AuthenticationGetSessionOptions): readonly Person[] {
		if (this.expired) return [];
		return this.signedIn.filter(({ id }) => !account || account.id === id);
	}

	async #ask(): Promise<Person> {
		const dialog = new SignInDialog();
		this.#dialogs.push(dialog);
		if (this.#willChoose) dialog.choose(this.#willChoose);
		this.#willChoose = undefined;
		const person = await dialog.answered;
		if (!person) throw new Error('User did not consent to login.');
		this.expired = false;
		this.signedIn = [...new Set([...this.signedIn, person])];
		this.#allowed.add(person);
		this.#preferred = person;
		this.tell();
		return person;
	}
}

function session({ id, label }: Person, scopes: readonly string[]): vscode.AuthenticationSession {
	return {
		id: `session of ${id}`,
		accessToken: tokenOf({ id, label }, scopes),
		account: { id, label },
		scopes,
	};
}

export const accounts = new Accounts();

// The extension asks for these when it wakes, so that they have to be there by then; while the stand-in isn't active,
// they are the editor's own.
const { getSession, getAccounts, onDidChangeSessions } = vscode.authentication;
Object.defineProperties(vscode.authentication, {
	getSession: {
		value: (provider: string, request: Request, options?: vscode.AuthenticationGetSessionOptions) =>
			accounts.active ? accounts.getSession(request, options) : getSession(provider, request, options),
	},
	getAccounts: {
		value: async (provider: string) => (accounts.active ? accounts.getAccounts() : getAccounts(provider)),
	},
	onDidChangeSessions: {
		value: (listener: (event: vscode.AuthenticationSessionsChangeEvent) => unknown, self?: unknown) =>
			vscode.Disposable.from(onDidChangeSessions(listener, self), accounts.onDidChange(listener, self)),
	},
});
