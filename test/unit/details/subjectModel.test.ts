import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Subject } from '../../../src/details/subject.ts';
import type { Reply } from '../../../src/partner/send.ts';
import { replied } from '../partner/fakeSend.ts';
import { jsonOf, noMore, noRoute, SubjectWorld, settled } from './subjectWorld.ts';

const runs = 2_000;
const ids = ['r1', 'r2'] as const;

type Step =
	| { readonly do: 'click' | 'list'; readonly id: (typeof ids)[number]; readonly age: number }
	| { readonly do: 'answer'; readonly which: number; readonly how: keyof typeof answers }
	| { readonly do: 'refresh' | 'change' | 'signIn' | 'reopen' | 'settle' }
	| { readonly do: 'end'; readonly next: boolean };

const answers = {
	newest: (id: string, version: number, owner: string) => replied(jsonOf(id, version, owner)),
	old: (id: string, version: number, owner: string) => replied(jsonOf(id, Math.max(0, version - 2), owner)),
	other: (_: string, version: number, owner: string) => replied(jsonOf('r9', version, owner)),
	noMore: () => noMore,
	noRoute: () => noRoute,
	failed: () => replied('', 500),
} as const satisfies Record<string, (id: string, version: number, owner: string) => Reply>;

const anyStep: fc.Arbitrary<Step> = fc.oneof(
	fc.record({
		do: fc.constantFrom('click' as const, 'list' as const),
		id: fc.constantFrom(...ids),
		age: fc.nat(2),
	}),
	fc.record({
		do: fc.constant('answer' as const),
		which: fc.nat(5),
		how: fc.constantFrom('newest', 'newest', 'old', 'other', 'noMore', 'noRoute', 'failed'),
	}),
	fc.record({ do: fc.constantFrom(...(['refresh', 'change', 'signIn', 'reopen', 'settle'] as const)) }),
	fc.record({ do: fc.constant('end' as const), next: fc.boolean() }),
);

/** A page that is about one referral at a time, beside a plain account of what it has to show. */
class Driver {
	readonly #world = new SubjectWorld();
	#owner = 0;
	#version = 1;
	#subject: Subject;
	#wanted = 'r1';
	/** What was seen on the page last, as long as it has to stay there. */
	#seen: string | undefined;
	#answered = new Set<number>();

	constructor() {
		this.#world.lists(this.#json('r1'));
		this.#subject = this.#world.subject('r1');
		void this.#subject.refresh();
	}

	/** Nothing is waited for but where a step says so, so that much comes in one turn. */
	take(step: Step): Promise<void> | undefined {
		switch (step.do) {
			case 'click':
				this.#click(step.id);
				break;
			case 'list':
				this.#world.lists(this.#json(step.id, step.age));
				break;
			case 'answer':
				this.#answer(step.which, step.how);
				break;
			case 'refresh':
				void this.#subject.refresh();
				break;
			case 'change':
				this.#version += 1;
				break;
			case 'signIn':
				if (!this.#world.session) this.#startOver(true);
				break;
			case 'reopen':
				this.#reopen();
				break;
			case 'settle':
				return settled();
			case 'end':
				this.#startOver(step.next);
		}
		return undefined;
	}

	check(): void {
		const { id, state, session, failure } = this.#subject;
		assert.equal(id, this.#wanted);
		assert.notEqual(failure?.kind, 'defect');
		assert.ok(state || this.#seen !== id, 'What was there has gone.');
		this.#seen = state && id;
		if (!state) return;
		assert.equal(state.referral.id, this.#wanted, 'It is of another referral.');
		assert.ok(state.referral.name?.startsWith(`${this.#owner} `), 'It is of another account.');
		const held = session?.store.get(id);
		if (held) assert.equal(state, held, 'It is not the newest state.');
	}

	/** Nothing waits for ever: once all is answered, the page is at rest. */
	async finish(): Promise<void> {
		for (let round = 0; round < 3; round++) {
			await settled();
			for (const index of this.#world.service.asks.keys()) this.#answer(index, 'newest');
		}
		await settled();
		assert.ok(!this.#subject.busy, 'It still waits.');
		this.check();
		if (!this.#world.session) assert.equal(this.#subject.failure?.kind, 'signedOut');
		this.#subject.dispose();
		this.#world.session?.store.tidy();
		assert.equal(this.#world.session?.store.size ?? 0, 0, 'Something stays pinned.');
	}

	#json(id: string, age = 0): object {
		return jsonOf(id, Math.max(0, this.#version - age), `${this.#owner}`);
	}

	#click(id: string): void {
		const { session } = this.#world;
		if (!session) return;
		this.#subject.show(id, session);
		this.#wanted = id;
	}

	#answer(which: number, how: keyof typeof answers): void {
		const { asks } = this.#world.service;
		const ask = asks[which];
		if (!ask || this.#answered.has(which)) return;
		this.#answered.add(which);
		const id = ask.url.slice(-2);
		this.#world.service.answer(which, answers[how](id, this.#version, `${this.#owner}`));
	}

	/** As the view does: what shows something is closed, and what waits asks anew. */
	#startOver(next: boolean): void {
		this.#world.end();
		this.#owner += 1;
		this.#answered = new Set();
		if (next) this.#world.begin();
		if (this.#subject.state) this.#reopen();
		else void this.#subject.startOver();
	}

	/** The page is closed, and comes back by its id. */
	#reopen(): void {
		this.#subject.dispose();
		this.#seen = undefined;
		this.#subject = this.#world.subject(this.#wanted, undefined);
		void this.#subject.refresh();
	}
}

describe('the referral that a page is about, beside a plain model', () => {
	it(`is the newest of one account, whatever comes when, in ${runs} runs`, async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyStep, { maxLength: 25 }), async (steps) => {
				const driver = new Driver();
				for (const step of steps) {
					const due = driver.take(step);
					if (due) await due;
					driver.check();
				}
				await driver.finish();
			}),
			{ seed: 9_411, numRuns: runs },
		);
	});
});
