import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { isOut, type Turns, turnsIn } from '../../../src/account/memory/turns.ts';
import { SignedIn } from '../../../src/account/signedIn.ts';
import type { Identity } from '../../../src/listing/session.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import type { TokenSource } from '../../../src/partner/sending/authorized.ts';
import { type ModelEditor, tokenOf } from './ModelEditor.ts';

/** Settings that all windows share. */
export interface ModelSettings {
	scopes: readonly string[];
	isSample: boolean;
	/** When they changed last, in moments. */
	changedAt: number;
}

/** What is kept for all windows: another one reads it some time after. */
export class SharedMemory {
	readonly #seen: unknown[] = [];
	readonly #coming: readonly unknown[][] = [[], []];
	readonly #due: (() => void)[];

	constructor(due: (() => void)[]) {
		this.#due = due;
	}

	/** As one window sees it. */
	in(window: number): Memento {
		return {
			keys: () => [],
			get: () => this.#seen[window],
			update: async (_: string, value: unknown) => {
				this.#seen[window] = value;
				const other = 1 - window;
				const coming = this.#coming[other] ?? [];
				coming.push(value);
				// In the order in which it was written, whatever else comes in between.
				this.#due.push(() => {
					this.#seen[other] = coming.shift();
				});
			},
		};
	}
}

/** What was opened for somebody, as long as it goes on. */
interface Opened {
	readonly identity: Identity | undefined;
	readonly turn: number;
	readonly token: TokenSource | undefined;
	hasEnded: boolean;
	/** When it ended, in moments. */
	endedAt?: number;
}

/** So many moments after it was given, a token may still be under way to who asked for it, who looks again then. */
const underWay = 6;

/** A window with what uses the sign-in, and what may never be. */
export class ModelWindow {
	readonly signedIn: SignedIn;
	readonly turns: Turns;
	opened: Opened | undefined;
	/** What goes on; none of it may be left at the end. */
	readonly running = new Set<Promise<void>>();
	readonly failures: unknown[] = [];
	/** Counts what may happen one after the other. */
	moment = 0;
	tokens = 0;
	changes = 0;
	renewals = 0;
	/** Whether there is somebody who may be told of a change. */
	#mayTell = false;
	#opening = 0;
	#wishesToBeIn = true;
	/** Another one when what is being opened is no longer wanted. */
	#epoch = 0;
	#latest = 0;
	#isClosed = false;
	readonly #settings: ModelSettings;

	constructor(
		editor: ModelEditor,
		memory: Memento,
		settings: ModelSettings,
		timers: { now(): number; after(milliseconds: number, run: () => void): () => void },
	) {
		this.turns = turnsIn(memory);
		this.#settings = settings;
		this.signedIn = new SignedIn({
			accounts: editor,
			turns: this.turns,
			settings: () => ({
				scopes: settings.scopes,
				key: settings.scopes.join(' '),
				concerned: !settings.isSample,
			}),
			changed: () => this.#noting(() => this.#changed()),
			renewed: () => this.#noting(() => this.#renewed()),
			...timers,
		});
		editor.listeners.push(() => void this.signedIn.look());
	}

	/** Opens what there is for whoever is signed in; anew if it hears meanwhile that it is somebody else. */
	open(): void {
		this.end();
		const latest = ++this.#latest;
		const epoch = this.#epoch;
		this.#run(async () => {
			const identity = await this.#askedFor(this.signedIn.current());
			if (this.#isClosed) return assert.equal(identity, undefined, 'an answer after the end');
			if (latest !== this.#latest) return;
			if (epoch !== this.#epoch) return this.open();
			const token = identity && this.signedIn.tokenFor(identity);
			this.opened = { identity, turn: this.turns.now, token, hasEnded: false };
		});
	}

	/** Until it is answered, and after that, there is somebody to tell. */
	async #askedFor<T>(answer: Promise<T>): Promise<T> {
		this.#opening++;
		try {
			const answered = await answer;
			this.#mayTell = true;
			return answered;
		} finally {
			this.#opening--;
		}
	}

	/** Asks for a token for what is open. */
	ask(refused: boolean): void {
		const { opened } = this;
		const { scopes } = this.#settings;
		if (!opened?.token || !opened.identity) return;
		const { identity, token } = opened;
		this.#run(async () => {
			const given = await token(refused ? {} : undefined);
			assert.equal(given, tokenOf(identity, scopes), 'a token of somebody else, or for something else');
			const { endedAt = this.moment } = opened;
			assert.ok(this.moment - endedAt <= underWay, 'a token after the end');
			const isOf = scopes === this.#settings.scopes || this.moment - this.#settings.changedAt <= underWay;
			assert.ok(isOf, 'a token of other settings');
			assert.ok(!this.#isClosed, 'a token after the window was closed');
			this.tokens++;
		});
	}

	signIn(chooseAccount: boolean): void {
		this.#wishesToBeIn = true;
		this.#run(async () => {
			const done = await this.#askedFor(this.signedIn.signIn({ chooseAccount }));
			if (done) assert.ok(!this.#isClosed, 'signed in after the end');
			if (done) assert.ok(this.#wishesToBeIn || isOut(this.turns.now), 'signed in after a sign-out');
		});
	}

	signOut(): void {
		this.#wishesToBeIn = false;
		const couldTell = this.#mayTell;
		const { changes } = this;
		this.#mayTell = true;
		this.#run(() => this.signedIn.signOut());
		this.#mayTell = couldTell && changes === this.changes;
		assert.ok(isOut(this.turns.now));
		if (!this.#settings.isSample && this.opened?.identity)
			assert.ok(this.opened.hasEnded, 'a sign-out untold');
	}

	/** What follows the settings, or closes, ends by itself. */
	end(): void {
		this.#epoch++;
		if (this.opened) this.opened.hasEnded = true;
		this.opened = undefined;
	}

	close(): void {
		this.end();
		this.#isClosed = true;
		this.signedIn.dispose();
	}

	/** What is told may be told where failures are caught. */
	#noting(listen: () => void): void {
		try {
			listen();
		} catch (error) {
			this.failures.push(error);
		}
	}

	#renewed(): void {
		assert.ok(!this.#isClosed, 'told after the end');
		this.renewals++;
		if (this.opened?.identity) return;
		this.#epoch++;
		this.#endOpened();
	}

	#changed(): void {
		assert.ok(!this.#isClosed, 'told after the end');
		assert.ok(!this.#settings.isSample, 'told while the sample is explored');
		assert.ok(this.#mayTell || this.#opening > 0, 'told twice');
		this.#mayTell = false;
		this.changes++;
		this.#epoch++;
		this.#endOpened();
	}

	/** What only this window has closed for itself may still get a token, which nobody uses. */
	#endOpened(): void {
		if (!this.opened || this.opened.hasEnded) return;
		this.opened.hasEnded = true;
		this.opened.endedAt = this.moment;
	}

	#run(task: () => Promise<void>): void {
		const running = task()
			.catch((error: unknown) => {
				if (!(error instanceof PartnerError)) this.failures.push(error);
			})
			.finally(() => this.running.delete(running));
		this.running.add(running);
	}
}
