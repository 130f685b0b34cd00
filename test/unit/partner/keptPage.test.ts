import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { KeptPage, type LastRead } from '../../../src/partner/keptPage.ts';
import { Random } from '../../../src/sample/invent/random.ts';
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

	it('says how many came', async () => {
		const page = pageOf(elements);
		page.keepOnly(new Set([1]));
		assert.equal(page.size, 100);
		assert.equal((await packed(page, 1)).size, 100);
	});

	describe('of which only some are still wanted', () => {
		const thirty = new Set(Array.from({ length: 30 }, (_, index) => 3 * index + 1));

		for (const [name, before] of [
			['before it is packed', async (page: KeptPage, lastRead: LastRead) => page.pack(lastRead)],
			['in the middle of that', packing],
			['once it is packed', wholly],
		] as const)
			it(`has those and no others, ${name}`, async () => {
				const [page, lastRead]: [KeptPage, LastRead] = [pageOf(elements), {}];
				await before(page, lastRead);
				page.keepOnly(thirty);
				assertKept(page, elements, thirty);
				await packedAnew(page, thirty, lastRead);
				assertKept(page, elements, thirty);
			});
		it('has those of both when told twice', async () => {
			const [page, lastRead]: [KeptPage, LastRead] = [pageOf(elements), {}];
			page.pack(lastRead);
			page.keepOnly(thirty);
			page.keepOnly(new Set([0, 1, 4, 5, 100, -1, 0.5]));
			assertKept(page, elements, new Set([1, 4]));
			await packedAnew(page, new Set([1, 4]), lastRead);
			page.keepOnly(new Set([4]));
			page.keepOnly(thirty);
			await packedAnew(page, new Set([4]), lastRead);
			assertKept(page, elements, new Set([4]));
		});
		it('has nothing when nothing is', async () => {
			const page = await packed(pageOf(elements), 0);
			page.keepOnly(new Set());
			assertKept(page, elements, new Set());
			await wait(20);
			page.keepOnly(thirty);
			page.pack({});
			await wait(20);
			assertKept(page, elements, new Set());
			pageOf([]).keepOnly(thirty);
		});
		it('is packed although nobody asked for it before', async () => {
			const page = pageOf(elements);
			const before = page.element(1);
			page.keepOnly(thirty);
			for (let turn = 0; page.element(1) === before && turn < 1000; turn++) await wait(5);
			assert.notEqual(page.element(1), before);
			assertKept(page, elements, thirty);
		});
		it('has them also where they cannot be packed', async () => {
			const page = new KeptPage([1, 2, 3, 4], Buffer.from(''));
			page.pack({});
			page.keepOnly(new Set([1, 2, 3]));
			await wait(20);
			page.keepOnly(new Set([0, 1, 3]));
			await wait(20);
			assertKept(page, [1, 2, 3, 4], new Set([1, 3]));
		});
	});

	it('has what is wanted as it came, whatever that is and whatever happens in whatever order', async function () {
		this.timeout(60_000);
		for (let seed = 1; seed <= 150; seed++) await course(new Random(seed));
	});
});

async function packing(page: KeptPage, lastRead: LastRead): Promise<void> {
	page.pack(lastRead);
	await new Promise(setImmediate);
}

async function wholly(page: KeptPage, lastRead: LastRead): Promise<void> {
	page.pack(lastRead);
	await packedAnew(page, new Set(elements.keys()), lastRead);
}

function assertKept(page: KeptPage, came: readonly unknown[], kept: ReadonlySet<number>): void {
	for (const [index, element] of came.entries())
		assert.deepEqual(page.element(index), kept.has(index) ? JSON.parse(jsonOf(element)) : undefined);
}

function jsonOf(element: unknown): string {
	return typeof element === 'string' ? element : JSON.stringify(element);
}

/** Waits until nothing else is packed; those that are read with an element are those that are packed with it. */
async function packedAnew(page: KeptPage, kept: ReadonlySet<number>, lastRead: LastRead): Promise<void> {
	const [last = -1] = [...kept].slice(-1);
	const size = ((kept.size - 1) % 25) + 1;
	for (let turn = 0; turn < 2000; turn++) {
		const element = page.element(last);
		const read = lastRead.elements ?? [];
		if (kept.size === 0 || (read.length === size && read.at(-1) === element)) return;
		await wait(5);
	}
	assert.fail('it is not packed anew');
}

/** A page of any JSON, and some things that befall it. */
async function course(random: Random): Promise<void> {
	const texts = Array.from({ length: random.whole(0, 80) }, () => jsonBy(random, 3));
	const text = `{"a":[${jsonBy(random, 2)}],"value" :\n[${texts.join(',')}],"z":${jsonBy(random, 2)}}`;
	const page = new KeptPage(
		texts.map((each) => JSON.parse(each)),
		Buffer.from(text),
	);
	const lastRead: LastRead = {};
	let kept: ReadonlySet<number> = new Set(texts.keys());
	for (let step = random.whole(1, 6); step > 0; step--) {
		if (random.percent(40)) page.pack(lastRead);
		else {
			const wanted = new Set([...texts.keys()].filter(() => random.percent(70)));
			page.keepOnly(wanted);
			kept = new Set([...kept].filter((place) => wanted.has(place)));
		}
		for (let turns = random.pick([0, 1, 2, 5, 20]); turns > 0; turns--) {
			assertKept(page, texts, kept);
			await new Promise(setImmediate);
		}
	}
	page.pack(lastRead);
	if (kept.size > 0) await packedAnew(page, kept, lastRead);
	assertKept(page, texts, kept);
}

/** What JSON allows and JSON values lose, too: 1e400 would come back as null, -0 as 0. */
function jsonBy(random: Random, depth: number): string {
	const leaves = [
		'1e400',
		'-0',
		'12345678901234567890.5',
		'"\\\\"',
		'"],[{,\\""',
		'"é\u2028"',
		'null',
		' true ',
	];
	const leaf = () => random.pick(['""', ...leaves]);
	if (depth === 0 || random.percent(30)) return leaf();
	const inner = Array.from({ length: random.whole(0, 4) }, () => jsonBy(random, depth - 1));
	if (random.percent(50)) return `[${inner.join(' , ')}]`;
	return `{${inner.map((each, index) => `"${random.pick(['value', 'b'])}${index || ''}":\n${each}`).join(',')}}`;
}
