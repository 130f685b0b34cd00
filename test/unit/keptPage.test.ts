import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { KeptPage } from '../../src/partner/keptPage.ts';
import { sampleTenant } from '../../src/sample/sampleTenant.ts';

const elements = sampleTenant(new Date('2026-03-15T10:30:00Z')).referrals.slice(0, 100);
const other = [{ id: 'another' }, null, 'text'];

/** What is packed shows in nothing but in that the element is made anew. */
async function packed(page: KeptPage, index: number): Promise<KeptPage> {
	const before = page.element(index);
	page.pack();
	for (let turn = 0; page.element(index) === before && turn < 1000; turn++) await wait(5);
	assert.notEqual(page.element(index), before);
	return page;
}

describe('a page that is kept', () => {
	it('has its elements as they came', () => {
		const page = new KeptPage(elements);
		assert.ok(elements.every((element, index) => page.element(index) === element));
	});

	it('has the same ones once it is packed, in whatever order they are asked for, beside other pages', async () => {
		const page = await packed(new KeptPage(elements), 0);
		const next = await packed(new KeptPage(other), 0);
		for (const index of [99, 0, 50, 0]) {
			assert.deepEqual(page.element(index), JSON.parse(JSON.stringify(elements[index])));
			assert.deepEqual(next.element(index % 3), other[index % 3]);
		}
		assert.equal(page.element(100), undefined);
	});

	it('stays as it is where it is nested too deep to be written', async () => {
		const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
		const page = new KeptPage([{ id: 'a' }, deep]);
		page.pack();
		await wait(20);
		assert.equal(page.element(1), deep);
	});

	it('keeps what has a name that means something to JavaScript', async () => {
		const text = '[{"__proto__":{"id":"a"},"constructor":1,"lone":"\\ud800"}]';
		const page = await packed(new KeptPage(JSON.parse(text)), 0);
		assert.equal(JSON.stringify([page.element(0)]), text);
	});

	it('can be packed twice', async () => {
		const page = new KeptPage(elements);
		page.pack();
		await packed(page, 7);
		page.pack();
		await wait(20);
		assert.deepEqual(page.element(7), JSON.parse(JSON.stringify(elements[7])));
	});
});
