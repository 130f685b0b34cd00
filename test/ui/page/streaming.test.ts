import { strict as assert } from 'node:assert';
import { eventually } from '../eventually.ts';
import { usePage } from './usePage.ts';

describe('the lines of the pipeline', function () {
	this.timeout(60_000);
	const page = usePage();
	const scrollTo = (share: number) =>
		page().grid.evaluate((grid, part) => {
			grid.scrollTop = grid.scrollHeight * part;
		}, share);

	it('are asked for in few messages, however one scrolls', async () => {
		const before = (await page().asked('lines')).length;
		const steps = await page().grid.evaluate(async (grid) => {
			const end = performance.now() + 1_000;
			let steps = 0;
			for (; performance.now() < end; steps++) {
				grid.scrollTop += 2_000;
				await new Promise(requestAnimationFrame);
			}
			return steps;
		});
		const asked = (await page().asked('lines')).length - before;
		assert.ok(asked <= 27, `${asked} messages for ${steps} steps`);
		const last = Number(await page().grid.locator('.line').last().getAttribute('aria-rowindex')) - 2;
		await page().cell(last, 0).getByText(`Contoso ${last} `).waitFor();
	});
	it('are placeholders while they are under way, and what an earlier stamp was told of stays away', async () => {
		await page().page.evaluate(() => {
			window.fake.answers = false;
		});
		await scrollTo(0.5);
		await page().row(50_000).and(page().page.locator('.waiting')).waitFor({ state: 'attached' });
		await page().page.evaluate(() => {
			const { stamp } = window.fake.state.body;
			window.fake.reorder((one, other) => other - one);
			window.fake.tell({
				...{ type: 'lines', stamp, from: 50_000 },
				lines: Array.from({ length: 50 }, () => ({
					kind: 'row',
					id: 'x',
					cells: ['Old'],
					badges: [],
					selected: false,
				})),
			});
			window.fake.answers = true;
		});
		await eventually(async () => assert.match(await page().cell(50_000, 0).innerText(), /Contoso 49999/));
		assert.equal(await page().page.getByText('Old', { exact: true }).count(), 0);
	});
	it('stay as they are until the new ones are there', async () => {
		await page().page.evaluate(() => {
			const seen = new Set<string>();
			Object.assign(window, { seen });
			const look = () => {
				seen.add(document.querySelector('.lines [aria-rowindex="5"] .text')?.textContent ?? 'none');
				requestAnimationFrame(look);
			};
			look();
			window.fake.reorder((one, other) => other - one);
		});
		await page().cell(3, 0).getByText('Contoso 99996').waitFor();
		await eventually(async () => {
			const seen = await page().page.evaluate(() =>
				[...Reflect.get(window, 'seen')].map((text) => text.split(' ')[1]),
			);
			assert.deepEqual(seen, ['3', '99996']);
		});
	});
	it('come all the same when other ones come all the time', async () => {
		await page().page.evaluate(async () => {
			for (let turn = 0; turn < 40; turn++) {
				window.fake.load(100_000 + turn);
				await new Promise((resolve) => setTimeout(resolve, 25));
			}
		});
		await page().cell(3, 0).getByText('Contoso 3 ').waitFor();
		assert.equal(await page().grid.getAttribute('aria-rowcount'), String(100_039 + 2));
	});
	it('are read out in their order', async () => {
		await page().grid.evaluate(async (grid) => {
			for (let step = 0; step < 20; step++) {
				grid.scrollTop += 217;
				await new Promise(requestAnimationFrame);
			}
		});
		await eventually(async () => {
			const places = await page()
				.grid.locator('.line')
				.evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))));
			assert.deepEqual(
				places,
				places.toSorted((one, other) => one - other),
			);
		});
	});
});

describe('more lines than a browser can hold', function () {
	this.timeout(60_000);
	const page = usePage({ rows: 3_000_000, columns: 3 });

	it('are all there', async () => {
		await page().cell(0, 0).click();
		await page().press('Control+End');
		await page().cell(2_999_999, 0).getByText('Contoso 2999999').waitFor();
		const [row, totals] = [
			await page().row(2_999_999).boundingBox(),
			await page().grid.locator('.totals').boundingBox(),
		];
		assert.ok(row && totals && Math.abs(row.y + row.height - totals.y) <= 1, JSON.stringify([row, totals]));
		await page().page.mouse.move(400, 400);
		await page().page.mouse.wheel(0, -300);
		await page().cell(2_999_970, 0).getByText('Contoso 2999970').waitFor();
		await eventually(async () => {
			const moved = await page().row(2_999_989).boundingBox();
			// A pixel that is scrolled stands for several here, since there are no more of them.
			assert.ok(moved && row && Math.abs(moved.y - row.y) <= 4, JSON.stringify([moved, row]));
		});
		await page().grid.evaluate((grid) => {
			grid.scrollTop = (grid.scrollHeight - grid.clientHeight) / 2;
		});
		await page().cell(1_500_000, 0).getByText('Contoso 1500000').waitFor();
		await page().press('Control+Home');
		await page().isAt(0, 0);
	});
});
