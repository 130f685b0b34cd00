import assert from 'node:assert/strict';
import { setTimeout as after } from 'node:timers/promises';
import { KeptPage } from '../../src/partner/keptPage.ts';
import { sampleTenant } from '../../src/sample/sampleTenant.ts';

const elements = sampleTenant(new Date('2026-03-15T10:30:00Z')).referrals.slice(0, 100);
const other = [{ id: 'another' }, null, 'text'];

function pageOf(value: readonly unknown[]): KeptPage {
	// With a mark of the byte order, as some services send it.
	return new KeptPage(Buffer.from(`\ufeff${JSON.stringify({ value })}`), value);
}

/** What is packed shows in nothing but in that the element is made anew. */
async function packed(page: KeptPage, index: number): Promise<KeptPage> {
	const before = page.element(index);
	page.pack();
	for (let turn = 0; page.element(index) === before && turn < 1000; turn++) await after(5);
	assert.notEqual(page.element(index), before);
	return page;
}

describe('a page that is kept', () => {
	it('has its elements as they came', () => {
		const page = pageOf(elements);
		assert.ok(elements.every((element, index) => page.element(index) === element));
	});

	it('has the same ones once it is packed, in whatever order they are asked for, beside other pages', async () => {
		const page = await packed(pageOf(elements), 0);
		const next = await packed(pageOf(other), 0);
		for (const index of [99, 0, 50, 0]) {
			assert.deepEqual(page.element(index), JSON.parse(JSON.stringify(elements[index])));
			assert.deepEqual(next.element(index % 3), other[index % 3]);
		}
		assert.equal(page.element(100), undefined);
	});

	it('can be packed twice', async () => {
		const page = pageOf(elements);
		page.pack();
		await packed(page, 7);
		page.pack();
		await after(20);
		assert.deepEqual(page.element(7), JSON.parse(JSON.stringify(elements[7])));
	});
});
