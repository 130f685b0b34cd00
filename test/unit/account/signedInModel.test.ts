import assert from 'node:assert/strict';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { holderAfter } from '../../../src/account/holder.ts';
import { isOut } from '../../../src/account/memory/turns.ts';
import type { Identity } from '../../../src/listing/session.ts';
import { Random } from '../../../src/sample/invent/random.ts';
import { ModelEditor, people } from './ModelEditor.ts';
import { type ModelSettings, ModelWindow, SharedMemory } from './ModelWindow.ts';

const runs = 5_000;
const steps = 60;
const scopes: readonly [readonly string[], readonly string[]] = [['read'], ['write']];

describe('who is signed in, in two windows', function () {
	this.timeout(60_000);

	it(`is one, is told once and ends with what ends it, whatever happens in between, in ${runs} runs`, async () => {
		const seen = { tokens: 0, changes: 0, renewals: 0 };
		for (let seed = 1; seed <= runs; seed++) {
			const run = new Run(seed);
			await run.play().catch((error: unknown) => {
				throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
			});
			for (const { tokens, changes, renewals } of run.windows) {
				seen.tokens += tokens;
				seen.changes += changes;
				seen.renewals += renewals;
			}
		}
		// So that it isn't green because nothing happens.
		for (const count of Object.values(seen)) assert.ok(count > runs / 5, JSON.stringify(seen));
	});
});

/** One random history. */
class Run {
	readonly #random: Random;
	readonly #editor: ModelEditor;
	readonly #settings: ModelSettings = { scopes: scopes[0], isSample: false, changedAt: 0 };
	readonly windows: readonly [ModelWindow, ModelWindow];
	#now = 0;
	#timers: { readonly at: number; readonly run: () => void }[] = [];

	constructor(seed: number) {
		this.#random = new Random(seed);
		this.#editor = new ModelEditor(this.#random);
		const memory = new SharedMemory(this.#editor.due);
		const timers = {
			now: () => this.#now,
			after: (milliseconds: number, run: () => void) => {
				const timer = { at: this.#now + milliseconds, run };
				this.#timers.push(timer);
				return () => {
					this.#timers = this.#timers.filter((each) => each !== timer);
				};
			},
		};
		const window = (number: number) =>
			new ModelWindow(this.#editor, memory.in(number), this.#settings, timers);
		this.windows = [window(0), window(1)];
	}

	async play(): Promise<void> {
		this.#editor.add(people[0]);
		if (this.#random.percent(50)) this.#editor.add(people[1]);
		for (let step = 0; step < steps; step++) {
			this.#step();
			for (let ticks = this.#random.whole(0, 8); ticks > 0; ticks--) await this.#moment();
		}
		await this.#settle();
		for (const { failures } of this.windows) for (const failure of failures) throw failure;
		assert.equal(this.windows[0].turns.now, this.windows[1].turns.now, 'windows that disagree');
		for (const window of this.windows) await this.#check(window);
		for (const window of this.windows) this.#use(window);
		for (const window of this.windows) window.close();
		await this.#settle();
		for (const { running, failures } of this.windows) {
			assert.equal(running.size, 0, 'something waits for ever');
			for (const failure of failures) throw failure;
		}
	}

	async #moment(): Promise<void> {
		for (const window of this.windows) window.moment++;
	}

	#step(): void {
		const { due, dialogs } = this.#editor;
		const dialog = dialogs[0];
		if (dialog && this.#random.percent(15)) dialog.choose(this.#random.pick(people));
		else if (dialog && this.#random.percent(10)) dialog.cancel();
		else if (due.length > 0 && this.#random.percent(60))
			due.splice(this.#random.whole(0, due.length - 1), 1)[0]?.();
		else if (this.#random.percent(40)) this.#happen();
		else this.#use(this.#random.pick(this.windows));
	}

	#use(window: ModelWindow): void {
		const what = this.#random.whole(1, 12);
		if (what <= 3) window.open();
		else if (what <= 8) window.ask(what === 4);
		else if (what === 9) window.signOut();
		else if (what === 10) window.signedIn.compare();
		else window.signIn(what === 11);
	}

	#happen(): void {
		const editor = this.#editor;
		const person = this.#random.pick(people);
		const happenings: readonly [() => void, ...(() => void)[]] = [
			() => editor.add(person),
			() => editor.remove(person),
			() => editor.prefer(person),
			() => {
				editor.expired.add(person);
				editor.tell();
			},
			() => {
				editor.expired.delete(person);
				editor.tell();
			},
			() => {
				editor.isOffline = !editor.isOffline;
				editor.tell();
			},
			() => editor.tell(),
			() => this.#set({ scopes: this.#random.pick(scopes) }),
			() => this.#set({ isSample: this.#random.percent(30) }),
			() => this.#pass(this.#random.whole(1, 8_000)),
		];
		this.#random.pick(happenings)();
	}

	/** As the extension has it, whatever was opened under other settings ends when they change. */
	#set(settings: Partial<ModelSettings>): void {
		const { scopes, isSample } = { ...this.#settings, ...settings };
		if (scopes === this.#settings.scopes && isSample === this.#settings.isSample) return;
		Object.assign(this.#settings, settings, { changedAt: this.windows[0].moment });
		for (const window of this.windows) window.end();
	}

	#pass(milliseconds: number): void {
		this.#now += milliseconds;
		const due = this.#timers.filter(({ at }) => at <= this.#now);
		this.#timers = this.#timers.filter(({ at }) => at > this.#now);
		for (const { run } of due) run();
	}

	/** Lets everything come to its end: dialogs, answers and what is told late. */
	async #settle(): Promise<void> {
		this.#editor.isReliable = true;
		for (let round = 0; round < 3; round++) {
			this.#pass(11_000);
			if (this.#editor.hasFailed) this.#editor.tell();
			for (const { signedIn } of this.windows) signedIn.compare();
			await this.#drain();
		}
		for (const { running } of this.windows) await Promise.all(running);
	}

	async #drain(): Promise<void> {
		for (let idle = 0; idle < 2; idle++) {
			for (const dialog of [...this.#editor.dialogs]) dialog.cancel();
			for (const run of this.#editor.due.splice(0)) {
				run();
				idle = 0;
			}
			await turnOfLoop();
			for (const window of this.windows) window.moment += 100;
		}
	}

	/** Whoever was given out is still signed in, and has tokens if the editor has; else it was told. */
	async #check(window: ModelWindow): Promise<void> {
		const { opened } = window;
		if (!opened || opened.hasEnded || this.#settings.isSample) return;
		const { identity } = opened;
		if (!identity) return this.#checkNobody(window);
		assert.equal(opened.turn, window.turns.now, 'a sign-out elsewhere untold');
		const own = this.#own(identity);
		const holder = holderAfter(identity, { preferred: this.#editor.now(), own });
		assert.equal(holder.identity?.id, identity.id, 'a change untold');
		const { tokens } = window;
		window.ask(false);
		await this.#settle();
		assert.equal(window.tokens, tokens + (own === 'there' ? 1 : 0), 'a token for nobody, or none');
	}

	#own(identity: Identity): 'there' | 'away' | 'gone' {
		if (this.#editor.now(identity)?.id === identity.id) return 'there';
		return [...this.#editor.present].some(({ id }) => id === identity.id) ? 'away' : 'gone';
	}

	/** Only somebody whose sign-in has expired may stand before the one whom the editor would give. */
	#checkNobody({ turns }: ModelWindow): void {
		const isNobody = isOut(turns.now) || !this.#editor.now() || this.#editor.present.size > 1;
		assert.ok(isNobody, 'a sign-in elsewhere untold');
	}
}
