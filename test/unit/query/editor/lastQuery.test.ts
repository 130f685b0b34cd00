import assert from 'node:assert/strict';
import { LastQuery } from '../../../../src/query/editor/lastQuery.ts';
import { everything, type Query } from '../../../../src/query/query.ts';
import { keepTrying } from '../../../workbench/keepTrying.ts';

/** A memory of the editor, and what has been written to it. */
class Disk {
	readonly #values = new Map<string, unknown>();

	constructor(left?: unknown) {
		if (left !== undefined) this.#values.set('lastQuery', left);
	}

	get written(): unknown {
		return this.#values.get('lastQuery');
	}

	readonly keys = () => [...this.#values.keys()];
	get<Value>(key: string): Value | undefined;
	get<Value>(key: string, otherwise: Value): Value;
	get(key: string, otherwise?: unknown): unknown {
		return this.#values.get(key) ?? otherwise;
	}
	readonly update = async (key: string, value: unknown) => {
		this.#values.set(key, value);
	};
}

const harmless: Query = {
	status: 'Active',
	substatus: 'Accepted',
	updatedSince: '30d',
	updatedBefore: '2026-10-24T00:00:00Z',
	engagementId: '65edc0b5-3485-41b7-a17e-dfa9ef4706e2',
	qualification: 'Direct',
	direction: 'Incoming',
	type: 'Shared',
	country: 'US',
	valueAtLeast: 5,
	valueAtMost: 500,
	currency: 'USD',
	expiresWithin: '7d',
	sort: 'oldest',
};

const secret = {
	text: 'Secret words',
	teamEmail: 'secret@contoso.com',
	product: 'Secret product',
	advanced: "name eq 'Secret'",
	engagementId: 'Secret-engagement-1',
} satisfies Partial<Query>;

describe('the query that a window was left with', () => {
	const stored = async (query: Query) => {
		const disk = new Disk();
		new LastQuery(disk).write(query);
		await keepTrying(() => assert.ok(disk.written), { patience: 2_000, pause: 5 });
		return disk;
	};

	it('comes back', async () => {
		assert.deepEqual(await new LastQuery(await stored(harmless)).read(), harmless);
	});

	for (const [name, value] of Object.entries(secret))
		it(`is on disk without ${name} ${value}`, async () => {
			const disk = await stored({ ...harmless, [name]: value });
			assert.doesNotMatch(JSON.stringify(disk.written), /secret|contoso/i);
			const rest = Object.fromEntries(Object.entries(harmless).filter(([key]) => key !== name));
			assert.deepEqual(await new LastQuery(disk).read(), rest);
		});

	it('loses what an earlier version has written of that, on disk, too', async () => {
		const { engagementId: _, ...rest } = { ...harmless };
		const disk = new Disk({ name: 'last', ...harmless, ...secret });
		assert.deepEqual(await new LastQuery(disk).read(), rest);
		assert.doesNotMatch(JSON.stringify(disk.written), /secret|contoso/i);
		assert.deepEqual(await new LastQuery(disk).read(), rest);
	});

	it('is everything when what is on disk is no query, and that goes', async () => {
		const disk = new Disk({ name: 'last', status: 'Secret' });
		assert.deepEqual(await new LastQuery(disk).read(), everything);
		assert.doesNotMatch(JSON.stringify(disk.written), /secret/i);
	});

	it('is not written when it is only read', async () => {
		const disk = new Disk();
		assert.deepEqual(await new LastQuery(disk).read(), everything);
		assert.equal(disk.written, undefined);
	});
});
