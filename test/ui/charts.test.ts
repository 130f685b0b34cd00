import { strict as assert } from 'node:assert';
import type { Chart } from '../../src/pipeline/messages/chart.ts';
import { chartOf, sampleCharts } from '../unit/pipeline/page/chart/sampleCharts.ts';
import { type ChartsPage, useChartsPages } from './ChartsPage.ts';
import { eventually } from './eventually.ts';
import { type Theme, themes } from './themes.ts';

const found = (id: Chart['id']): Chart => sampleCharts.find((chart) => chart.id === id) ?? assert.fail(id);
const [stands, outcome] = [found('stands'), found('outcome')];

/** Enough for axe, which takes its time for each letter. */
const oneOfEach = [stands, found('age'), found('expires')];

/** A chart as it is told when a mark of it is pressed. */
const pressed = (chart: Chart, id: string): Chart => ({
	...chart,
	marks: chart.marks.map((mark) => ({ ...mark, pressed: mark.id === id })),
});

describe('the charts of the pipeline', () => {
	const open = useChartsPages();

	for (const theme of Object.keys(themes) as Theme[])
		it(`are there for everybody, and within the policy of the page: ${theme}`, async () => {
			const page = await open({ theme });
			await page.show(sampleCharts);
			await page.screenshot(`charts ${theme}`);
			await page.show(oneOfEach);
			assert.deepEqual(await page.problems(), []);
			assert.deepEqual(await page.violations(), []);
		});

	for (const [width, zoom] of [[320], [1_600], [1_280, 2]] as const)
		it(`are there for everybody in ${width} pixels${zoom ? ' at 200 percent' : ''}`, async () => {
			const page = await open({ width, ...(zoom && { zoom }) });
			await page.show(sampleCharts);
			await page.screenshot(`charts in ${width} pixels`);
			assert.equal(await page.overflow(), 0);
			await page.show(oneOfEach);
			assert.deepEqual(await page.problems(), []);
		});

	it('have no colors but those of the system where those are forced', async () => {
		const page = await open({ forcedColors: true });
		await page.show(sampleCharts);
		await page.screenshot('charts in forced colors');
		const fills = await page.page.evaluate(() => {
			const all = [...document.querySelectorAll('.mark .paint, .ink, .drawing text')];
			return [...new Set(all.map((each) => getComputedStyle(each).fill))];
		});
		assert.ok(fills.length <= 2, `${fills}`);
		await page.show(oneOfEach);
		assert.deepEqual(await page.problems(), []);
	});

	it('are operated by keyboard alone', async () => {
		const page = await open();
		await page.show([stands, outcome]);
		const press = async (...keys: readonly string[]) => {
			for (const key of keys) await page.page.keyboard.press(key);
		};
		// Two tools and a choice come before the marks.
		await press('Tab', 'Tab', 'Tab', 'Tab');
		assert.equal(await page.focused(), '0/0');
		await press('ArrowDown', 'ArrowDown');
		assert.equal(await page.focused(), '2/1');
		await page.screenshot('charts with the focus on a mark');
		await press('Enter', 'Control+Enter', 'Alt+Enter', ' ');
		const mark = { type: 'mark', chart: 'stands', mark: '2/1' };
		assert.deepEqual(
			await page.asked(),
			[false, true, true, false].map((search) => ({ ...mark, search })),
		);
		await press('End', 'ArrowUp', 'Home', 'ArrowDown');
		assert.equal(await page.focused(), '1/0');
		await press('Shift+Tab', 'Tab');
		assert.equal(await page.focused(), '1/0', 'Tab leads to where one was.');
		assert.equal(await page.chart(stands.title).locator('.mark[tabindex="0"]').count(), 1);
		// The table of the same numbers, and the tools of the next chart.
		await press('Tab', 'Enter', 'Tab', 'Tab', 'Tab', 'Tab', 'ArrowUp');
		assert.equal(await page.focused(), '0/1');
		await page.chart(stands.title).getByRole('rowheader', { name: 'Closed › Won' }).waitFor();
	});

	it('keep the focus where it is while they are drawn anew, and near what has gone', async () => {
		const page = await open();
		await page.show([outcome]);
		await page.page.locator('[data-mark="3/1"]').focus();
		const changed = outcome.marks.map((mark) => ({
			...mark,
			value: mark.value + 7,
			spoken: `${mark.spoken} New.`,
		}));
		await page.show([{ ...outcome, marks: changed }]);
		assert.equal(await page.focused(), '3/1');
		await page.show([{ ...outcome, places: outcome.places.slice(2), marks: changed.toReversed() }]);
		assert.equal(await page.focused(), '3/1');
		await page.show([{ ...outcome, marks: changed.filter(({ id }) => id !== '3/1') }]);
		const next = await page.focused();
		assert.notEqual(next, '');
		assert.notEqual(next, '3/1');
	});

	it('are drawn once a frame at most, however fast numbers come in', async () => {
		const page = await open();
		await page.show([stands]);
		const changes = await page.page.evaluate(async (chart) => {
			let frames = 0;
			let seen = 0;
			const first = document.querySelector('.mark') ?? document.body;
			new MutationObserver((all) => {
				seen += all.length;
			}).observe(first, { attributeFilter: ['aria-label'] });
			const count = () => {
				frames += 1;
				requestAnimationFrame(count);
			};
			requestAnimationFrame(count);
			for (let turn = 0; turn < 200; turn++) {
				const marks = chart.marks.map((mark) => ({ ...mark, spoken: `${turn}` }));
				window.show([{ ...chart, marks }]);
				await new Promise((resolve) => setTimeout(resolve));
			}
			await new Promise(requestAnimationFrame);
			await new Promise(requestAnimationFrame);
			return { seen, frames, label: first.getAttribute('aria-label') };
		}, stands);
		assert.equal(changes.label, '199');
		assert.ok(changes.seen <= changes.frames + 1, JSON.stringify(changes));
	});

	it('filter by a click, search by one with a key, and by a button once a mark is pressed', async () => {
		const page = await open();
		await page.show([stands]);
		const won = page.page.getByRole('button', { name: 'Closed › Won' });
		await won.click();
		await won.click({ modifiers: ['Control'] });
		await page.show([pressed(stands, '3/2')]);
		assert.equal(await won.getAttribute('aria-pressed'), 'true');
		await page.page.getByText('The table shows only: Closed › Won').waitFor();
		await page.page.getByRole('button', { name: 'Search for these' }).click();
		await page.page.getByRole('button', { name: 'Show all' }).click();
		const asked = await page.asked();
		assert.deepEqual(
			asked,
			[false, true, true, false].map((search) => ({ type: 'mark', chart: 'stands', mark: '3/2', search })),
		);
		await page.screenshot('charts with a mark that is pressed');
		assert.deepEqual(await page.problems(), []);
	});

	it('are of what the user chooses', async () => {
		const page = await open();
		await page.show([stands]);
		await page.page.getByLabel('Measure').selectOption('EUR');
		assert.deepEqual(await page.asked(), [{ type: 'choose', chart: 'stands', choice: 'in EUR' }]);
	});

	it('are as wide as there is room', async () => {
		const page = await open({ width: 900 });
		await page.show(sampleCharts);
		for (const width of [1_600, 500, 280, 320]) {
			await page.page.setViewportSize({ width, height: 800 });
			await eventually(async () => {
				assert.equal(await page.overflow(), 0, `${width} pixels`);
				for (const { drawing, caption } of await widthsOf(page))
					assert.ok(Math.abs(drawing - caption) <= 1, `${drawing} of ${caption} pixels`);
			});
		}
	});

	it('leave the table in reach', async () => {
		const page = await open({ width: 320, height: 600 });
		await page.show(sampleCharts);
		const height = await page.page.locator('.charts').evaluate((charts) => charts.clientHeight);
		assert.ok(height < 360, `${height} of 600 pixels`);
	});

	it('say it where there is nothing, and have no picture of that', async () => {
		const page = await open();
		const empty = { ...stands, marks: stands.marks.map((mark) => ({ ...mark, value: 0 })) };
		await page.show([empty]);
		await page.page.getByText('There is nothing to show.').waitFor();
		assert.equal(await page.page.getByRole('button', { name: 'Save as PNG' }).count(), 0);
		assert.deepEqual(await page.problems(), []);
		await page.show([stands]);
		assert.equal(await page.page.getByText('There is nothing to show.').count(), 0);
	});

	it('say whole what they cut, to who looks and to who listens', async () => {
		const page = await open({ width: 320 });
		const chart = found('where');
		await page.show([chart]);
		const long = 'United States of America and its outlying islands';
		await page.page.getByRole('button', { name: long }).waitFor();
		const [mark] = await page.page.getByRole('button', { name: long }).locator('title').allTextContents();
		assert.match(mark ?? '', new RegExp(long));
	});

	for (const theme of ['Default Dark Modern', 'Default High Contrast Light'] as const)
		it(`are saved as pictures in twice as many pixels, in the colors of the theme: ${theme}`, async () => {
			const page = await open({ theme });
			await page.show(sampleCharts);
			for (const { id, title } of sampleCharts) {
				await page.chart(title).getByRole('button', { name: 'Save as PNG' }).click();
				const [request] = await page.asked();
				assert.ok(request?.type === 'savePng' && request.chart === id);
				const picture = Buffer.from(request.png, 'base64');
				assert.equal(picture.subarray(1, 4).toString(), 'PNG');
				const room = await page.chart(title).evaluate((figure) => Math.floor(figure.clientWidth));
				assert.equal(picture.readUInt32BE(16), Math.max(480, room) * 2);
				assert.ok(picture.readUInt32BE(20) > 300);
				const { corner, colors } = await pixelsOf(page, request.png);
				assert.deepEqual(corner, theme === 'Default Dark Modern' ? [31, 31, 31, 255] : [255, 255, 255, 255]);
				assert.ok(colors > 10, `${colors} colors`);
			}
			assert.deepEqual(await page.violations(), []);
		});

	it('are saved as numbers', async () => {
		const page = await open();
		await page.show([stands, outcome]);
		await page.chart(outcome.title).getByRole('button', { name: 'Save numbers as CSV' }).click();
		assert.deepEqual(await page.asked(), [{ type: 'saveCsv', chart: 'outcome' }]);
	});

	it('are printed as drawings that stand for themselves', async () => {
		const page = await open();
		const evil = '</text><script>alert(1)</script>&amp;\u0007<img src=x onerror=alert(1)>';
		const odd = chartOf({
			...{ id: 'reasons', title: evil, sentence: evil, shape: 'bars', series: [evil, evil] },
			places: [[evil, 3, 4]],
			textOf: () => evil,
		});
		const charts = [...sampleCharts.filter(({ id }) => id !== 'reasons'), odd];
		await page.show(charts);
		await page.page.getByRole('button', { name: 'Print' }).click();
		const [request] = await page.asked();
		assert.ok(request?.type === 'print');
		assert.equal(request.drawings.length, charts.length);
		const read = await page.page.evaluate((drawings) => {
			return drawings.map((drawing) => {
				const xml = new DOMParser().parseFromString(drawing, 'image/svg+xml');
				const all = [...xml.querySelectorAll('*')];
				return {
					root: xml.documentElement.localName,
					names: [...new Set(all.map(({ localName }) => localName))].sort(),
					title: xml.querySelector('title')?.textContent,
				};
			});
		}, request.drawings);
		for (const [index, { root, names, title }] of read.entries()) {
			assert.equal(root, 'svg');
			assert.deepEqual(
				names.filter(
					(name) => !['defs', 'desc', 'path', 'pattern', 'rect', 'svg', 'text', 'title'].includes(name),
				),
				[],
			);
			assert.equal(title, charts[index]?.title.replace('\u0007', '\ufffd'));
		}
		assert.deepEqual(await page.violations(), []);
	});
});

/** How wide each chart is drawn, and how wide what is said of it is. */
async function widthsOf({
	page,
}: ChartsPage): Promise<readonly { readonly drawing: number; readonly caption: number }[]> {
	return page.evaluate(() => {
		const widthOf = (element: Element | null) => element?.getBoundingClientRect().width ?? 0;
		return [...document.querySelectorAll('referral-chart')].map((chart) => ({
			drawing: widthOf(chart.querySelector('.drawing')),
			caption: widthOf(chart.querySelector('figcaption')),
		}));
	});
}

/** Decodes a picture. */
async function pixelsOf(
	{ page }: ChartsPage,
	png: string,
): Promise<{ readonly corner: readonly number[]; readonly colors: number }> {
	return page.evaluate(async (base64) => {
		const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
		const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
		const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
		context?.drawImage(image, 0, 0);
		const data = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
		const colors = new Set(new Uint32Array(data.buffer));
		return { corner: [...data.slice(0, 4)], colors: colors.size };
	}, png);
}
