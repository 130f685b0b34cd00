import * as vscode from 'vscode';
import type { Explorer } from '../listing/explorer.ts';
import { asPartnerError, PartnerError } from '../partner/error.ts';
import { everything, type Query } from '../query/query.ts';
import type { Group } from '../referral/group.ts';
import type { Connection } from './connection.ts';

/** `closed` until somebody looks; then what looking found. */
export type BrowsingState = 'closed' | 'signedOut' | 'failed' | Connection['source'];

type Opened = {
	readonly state: BrowsingState;
	readonly connection?: Connection;
	readonly failure?: PartnerError;
	/** Loaded only now, since it has a part in nothing before. */
	readonly explorers?: typeof import('../listing/explorer.ts');
};

/** Where the query is kept that a window starts with. */
export interface QueryMemory {
	read(): Promise<Query>;
	write(query: Query): void;
}

const forgetful: QueryMemory = { read: async () => everything, write: () => {} };

/** Connects without asking the user anything; undefined when nobody is signed in. */
export type Connect = (paused: (until: number) => void) => Promise<Connection | undefined>;

/** What is being browsed: one connection, one query, and what was found under it. All of it is only in memory. */
export class Browsing implements vscode.Disposable {
	readonly #connect: Connect;
	readonly #changes = new vscode.EventEmitter<Group | undefined>();
	readonly #pauses = new vscode.EventEmitter<number>();
	#opening: Promise<Opened> | undefined;
	#opened: Opened = { state: 'closed' };
	readonly #memory: QueryMemory;
	#query: Query | undefined;
	#explorer: Explorer | undefined;

	/** A group changed, or with undefined, everything. */
	readonly onDidChange = this.#changes.event;

	/** The service asked us to wait, until so many milliseconds since 1970. */
	readonly onDidPause = this.#pauses.event;

	constructor(connect: Connect, memory: QueryMemory = forgetful) {
		this.#connect = connect;
		this.#memory = memory;
	}

	get state(): BrowsingState {
		return this.#opened.state;
	}

	/** Why there is no connection, while the state is `failed`. */
	get failure(): PartnerError | undefined {
		return this.#opened.failure;
	}

	/** Whether something waits for the user to sign in again. */
	get needsSignIn(): boolean {
		return (
			this.#explorer?.failures.some(({ kind }) => kind === 'signedOut' || kind === 'challenged') ?? false
		);
	}

	/** Who is signed in; undefined on the sample and when nobody is. */
	get account(): string | undefined {
		return this.#opened.connection?.account;
	}

	/** Everything until it is recalled what a window was left with. */
	get query(): Query {
		return this.#query ?? everything;
	}

	get explorer(): Explorer | undefined {
		return this.#explorer;
	}

	/** Connects if nobody did yet; requests no referrals, asks the user nothing and never rejects. */
	async open(): Promise<Explorer | undefined> {
		this.#opening ??= this.#look().catch(failed);
		const opening = this.#opening;
		const opened = await opening;
		if (opening === this.#opening && opened !== this.#opened) this.#adopt(opened);
		return this.#explorer;
	}

	/** The same for what cannot do without: rejects with the failure, or `signedOut`. */
	async opened(): Promise<Explorer> {
		const explorer = await this.open();
		if (!explorer) throw this.failure ?? new PartnerError('signedOut');
		return explorer;
	}

	/** The query, also for whoever asks for it before anybody has looked. */
	async recall(): Promise<Query> {
		const last = this.#query ?? (await this.#memory.read());
		this.#query ??= last;
		return this.#query;
	}

	/** Looks with another query, dropping what the one before had found. */
	search(query: Query): void {
		this.#query = query;
		this.#memory.write(query);
		this.#explore();
		this.#changes.fire(undefined);
	}

	/** Goes on where the sign-in had stopped it. */
	async signedInAgain(): Promise<void> {
		if (this.#explorer) await this.#explorer.retryFailed(['signedOut', 'challenged', 'forbidden']);
		else this.reset();
	}

	/** Forgets everything; whoever still looks makes it connect anew. */
	reset(): void {
		this.#forget();
		this.#query = everything;
		this.#memory.write(everything);
		this.#changes.fire(undefined);
	}

	dispose(): void {
		this.#forget();
		this.#changes.dispose();
		this.#pauses.dispose();
	}

	async #look(): Promise<Opened> {
		await this.recall();
		const [connection, explorers] = await Promise.all([
			this.#connect((until) => this.#pauses.fire(until)),
			import('../listing/explorer.ts'),
		]);
		return connection ? { state: connection.source, connection, explorers } : { state: 'signedOut' };
	}

	#adopt(opened: Opened): void {
		this.#opened = opened;
		this.#explore();
		this.#changes.fire(undefined);
	}

	#explore(): void {
		this.#explorer?.dispose();
		const { connection, explorers } = this.#opened;
		const changed = (group: Group) => this.#changes.fire(group);
		this.#explorer =
			connection && explorers && new explorers.Explorer(connection.client, this.query, changed, Date.now());
	}

	#forget(): void {
		this.#explorer?.dispose();
		this.#opening?.then(({ connection }) => connection?.close()).catch(() => {});
		this.#explorer = undefined;
		this.#opening = undefined;
		this.#opened = { state: 'closed' };
	}
}

function failed(error: unknown): Opened {
	return { state: 'failed', failure: asPartnerError(error) };
}
