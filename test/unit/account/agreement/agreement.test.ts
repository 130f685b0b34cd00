import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { Agreement } from '../../../../src/account/agreement/agreement.ts';

const microsoft = 'https://api.partner.microsoft.com';
const gateway = 'https://gateway.fabrikam.example';

/** What windows share, without delay. */
function sharedMemory(kept: unknown = undefined): Memento {
	const values = new Map<string, unknown>([['agreedOrigins', kept]]);
	return {
		keys: () => [...values.keys()],
		get: <T>(name: string, otherwise?: T) => (values.get(name) ?? otherwise) as T,
		update: async (name: string, value: unknown) => void values.set(name, value),
	};
}

/** A window with a user who answers when they are at it. */
class Window {
	readonly asked: string[] = [];
	readonly #sight = Promise.withResolvers<void>();
	readonly #answer = Promise.withResolvers<boolean>();

	readonly inSight = () => this.#sight.promise;
	readonly ask = (origin: string) => {
		this.asked.push(origin);
		return this.#answer.promise;
	};

	comeTo(): this {
		this.#sight.resolve();
		return this;
	}

	answer(yes: boolean): this {
		this.#answer.resolve(yes);
		return this.comeTo();
	}
}

/** Where the user has opened the view. */
function asking(memory: Memento): Agreement {
	const agreement = new Agreement(memory);
	agreement.mayAsk();
	return agreement;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('where a sign-in may go', () => {
	it("is Microsoft's own service without a question, and that alone", () => {
		const agreement = new Agreement(sharedMemory());
		assert.ok(agreement.has(microsoft));
		for (const origin of [
			...[gateway, 'http://127.0.0.1:8080', 'http://api.partner.microsoft.com', `${microsoft}:8443`],
			...['https://api.partner.microsoft.com.fabrikam.example', 'constructor', ''],
		])
			assert.ok(!agreement.has(origin), origin);
	});

	it('is asked once, and remembered after a yes', async () => {
		const memory = sharedMemory();
		const window = new Window().answer(true);
		assert.equal(await asking(memory).want(gateway, window), true);
		assert.equal(await asking(memory).want(gateway, window), true);
		assert.deepEqual(window.asked, [gateway]);
		assert.ok(new Agreement(memory).has(gateway));
		assert.ok(!new Agreement(memory).has('http://127.0.0.1:8080'));
	});

	it('is asked again after a no once the user does something, and nothing is kept of the no', async () => {
		const agreement = asking(sharedMemory());
		assert.equal(await agreement.want(gateway, new Window().answer(false)), false);
		assert.ok(!agreement.has(gateway));
		const again = new Window().answer(true);
		assert.equal(await agreement.want(gateway, again), false);
		assert.deepEqual(again.asked, []);
		agreement.mayAsk();
		assert.equal(await agreement.want(gateway, again), true);
		assert.deepEqual(again.asked, [gateway]);
	});

	it('is not asked while nobody has opened the view or run a command, as when a page comes back by itself', async () => {
		const window = new Window().answer(true);
		assert.equal(await new Agreement(sharedMemory()).want(gateway, window), false);
		assert.deepEqual(window.asked, []);
	});

	it('is one question for all who want to know at once', async () => {
		const agreement = asking(sharedMemory());
		const window = new Window();
		const wants = [agreement.want(gateway, window), agreement.want(gateway, window)];
		await turn();
		wants.push(agreement.want(gateway, window));
		window.answer(true);
		assert.deepEqual(await Promise.all(wants), [true, true, true]);
		assert.deepEqual(window.asked, [gateway]);
	});

	it('is asked in the window that the user is at, and in no other', async () => {
		const memory = sharedMemory();
		const [one, other] = [new Window(), new Window()];
		const wants = [asking(memory).want(gateway, one), asking(memory).want(gateway, other)];
		one.answer(true);
		assert.equal(await wants[0], true);
		other.comeTo();
		assert.equal(await wants[1], true);
		assert.deepEqual([one.asked, other.asked], [[gateway], []]);
	});

	it('keeps what others have agreed to meanwhile', async () => {
		const memory = sharedMemory();
		await asking(memory).want(gateway, new Window().answer(true));
		await asking(memory).want('http://127.0.0.1:1', new Window().answer(true));
		assert.ok(new Agreement(memory).has(gateway));
	});

	for (const kept of [gateway, 5, null, {}, [5], { [gateway]: true }])
		it(`is not to be read out of ${JSON.stringify(kept)}`, () =>
			assert.ok(!new Agreement(sharedMemory(kept)).has(gateway)));
});
