import type { Accounts, Asking, EditorSession, TokenRequest } from '../../../src/account/editorAccounts.ts';
import type { Identity } from '../../../src/listing/session.ts';
import type { Random } from '../../../src/sample/invent/random.ts';

/** Those who may have an account; their labels tell nothing. */
export const people: readonly [Identity, Identity, Identity] = [
	{ id: 'ada', label: 'somebody' },
	{ id: 'bob', label: 'somebody' },
	{ id: 'eve', label: 'somebody' },
];

interface Dialog {
	choose(person: Identity): void;
	cancel(): void;
}

/** The token of somebody for some scopes. */
export function tokenOf({ id }: Identity, scopes: readonly string[]): string {
	return `${id} ${scopes.join(' ')}`;
}

/**
 * Accounts by the editor's own rules, as its source has them, that answer when they are let. A preference is forgotten before
 * the user is asked to choose, and without one there is a session in silence where exactly one account was allowed.
 */
export class ModelEditor implements Accounts {
	readonly present = new Set<Identity>();
	readonly allowed = new Set<Identity>();
	readonly expired = new Set<Identity>();
	isOffline = false;
	/** Whether it gives whom it prefers also to those who ask for somebody. */
	readonly isDeaf: boolean;
	/** Whether a question has failed, so that somebody may not know what was told. */
	hasFailed = false;
	/** Whether every answer is true when it comes. */
	isReliable = false;
	preferred: Identity | undefined;
	/** What is still to be answered, and what is still to be told. */
	readonly due: (() => void)[] = [];
	dialogs: Dialog[] = [];
	/** What windows do when they hear that something has changed. */
	readonly listeners: (() => void)[] = [];
	readonly #random: Random;

	constructor(random: Random) {
		this.#random = random;
		this.isDeaf = random.percent(20);
	}

	async session({ scopes }: TokenRequest, account?: Identity): Promise<EditorSession | undefined> {
		return this.#late(() => this.#inSilence(scopes, account));
	}

	async ask({ scopes }: TokenRequest, { account, choose, anew }: Asking): Promise<EditorSession | undefined> {
		if (choose) this.prefer(undefined);
		const preferred = account ? this.#sessions(account)[0] : this.#preferredOf(this.#sessions());
		if (!anew && preferred && this.allowed.has(preferred))
			return this.#late(() => sessionOf(preferred, scopes));
		const person = await this.#question();
		return this.#late(() => sessionOf(person, scopes));
	}

	async has({ id }: Identity): Promise<boolean> {
		return this.#late(() => [...this.present].some((each) => each.id === id));
	}

	/** Somebody signs in to the editor and lets the extension know. */
	add(person: Identity): void {
		this.present.add(person);
		this.expired.delete(person);
		this.allowed.add(person);
		this.prefer(person);
	}

	/** Somebody signs out of the editor. */
	remove(person: Identity): void {
		this.present.delete(person);
		this.tell();
	}

	prefer(person: Identity | undefined): void {
		this.preferred = person;
		this.tell();
	}

	tell(): void {
		for (const listener of this.listeners) this.due.push(listener);
	}

	/** Whom the editor would give now who asks for this account, or for nobody in particular. */
	now(account?: Identity): Identity | undefined {
		return this.#inSilence([], account)?.account;
	}

	#inSilence(scopes: readonly string[], account?: Identity): EditorSession | undefined {
		const wanted = this.isDeaf ? undefined : account;
		const sessions = this.#sessions(wanted);
		const preferred = wanted ? sessions[0] : this.#preferredOf(sessions);
		if (preferred && this.allowed.has(preferred)) return sessionOf(preferred, scopes);
		const allowed = sessions.filter((each) => this.allowed.has(each));
		return !preferred && allowed[0] && allowed.length === 1 ? sessionOf(allowed[0], scopes) : undefined;
	}

	#sessions(account?: Identity): readonly Identity[] {
		if (this.isOffline) return [];
		return [...this.present].filter(
			(each) => !this.expired.has(each) && (!account || each.id === account.id),
		);
	}

	#preferredOf(sessions: readonly Identity[]): Identity | undefined {
		return sessions.find((each) => each === this.preferred);
	}

	/** An answer of now, or of when it comes. */
	async #late<T>(answer: () => T): Promise<T> {
		const isOfNow = !this.isReliable && this.#random.percent(50);
		const now = answer();
		const { promise, resolve, reject } = Promise.withResolvers<T>();
		const fails = !this.isReliable && this.#random.percent(2);
		this.hasFailed ||= fails;
		this.due.push(() =>
			fails ? reject(new Error('The network is down.')) : resolve(isOfNow ? now : answer()),
		);
		return promise;
	}

	async #question(): Promise<Identity> {
		const { promise, resolve, reject } = Promise.withResolvers<Identity>();
		const dialog = {
			choose: (person: Identity) => {
				this.dialogs = this.dialogs.filter((each) => each !== dialog);
				this.add(person);
				resolve(person);
			},
			cancel: () => {
				this.dialogs = this.dialogs.filter((each) => each !== dialog);
				reject(new Error('User did not consent to login.'));
			},
		};
		this.dialogs.push(dialog);
		return promise;
	}
}

function sessionOf(account: Identity, scopes: readonly string[]): EditorSession {
	return { accessToken: tokenOf(account, scopes), account: { ...account } };
}
