import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { KeptPage } from '../../../src/partner/keptPage.ts';
import { sampleTenant } from '../../../src/sample/invent/tenant.ts';

const elements = sampleTenant(new Date('2026-03-15T10:30:00Z')).referrals.slice(0, 100);
const other = [{ id: 'another' }, null, 'text'];

/** With a mark of the byte order, as some services send it. */
function pageOf(value: readonly unknown[]): KeptPage {
	return new KeptPage(value, Buffer.from(`\ufeff${JSON.stringify({ value })}`));
}

/** What is packed shows in nothing but in that the element is made anew. */
async function packed(page: KeptPage, index: number): Promise<KeptPage> {
	const before = page.element(index);
	page.pack({});
	for (let turn = 0; page.element(index) === before && turn < 1000; turn++) await wait(5);
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

	it('keeps whatever came in the middle of whatever else', async () => {
		const text = String.raw`[{"__proto__":{"id":"a"},"notes":"\\\" ],[{ \u2028 é"} , [1,[2,{"value":[]}]],
			"a\\", null,-0.10, "\ud800"]`;
		const value: unknown[] = JSON.parse(text);
		const body = `{"a":{"value":[1,2]},"b":["value",[3]],"value" : ${text}, "@odata.nextLink":"x,]"}`;
		const page = await packed(new KeptPage(value, Buffer.from(body)), 0);
		assert.deepEqual(
			value.map((_, index) => page.element(index)),
			JSON.parse(text),
		);
	});

	for (const [name, body] of [
		['two lists', '{"value":[1],"value":[{"id":"a"},{"id":"b"}]}'],
		['a key in disguise', '{"v\\u0061lue":[{"id":"a"},{"id":"b"}]}'],
		['nothing', ''],
	] as const)
		it(`stays as it is where its bytes have ${name}`, async () => {
			const value = [{ id: 'a' }, { id: 'b' }];
			const page = new KeptPage(value, Buffer.from(body));
			page.pack({});
			await wait(20);
			assert.equal(page.element(1), value[1]);
		});

	it('can be packed twice', async () => {
		const page = pageOf(elements);
		page.pack({});
		await packed(page, 7);
		page.pack({});
		await wait(20);
		assert.deepEqual(page.element(7), JSON.parse(JSON.stringify(elements[7])));
	});
});
