import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printed } from '../../../../../src/pipeline/page/chart/layout/printed.ts';
import { anyChart, sheetOf, widths } from './anyChart.ts';
import { chartOf, sampleCharts } from './sampleCharts.ts';

/** A tag with its attributes, as we write them, or text that has none. */
const piece = /<(\/?)([a-zA-Z]+)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)>|[^<>]+/gy;
const known = new Set(['svg', 'title', 'desc', 'defs', 'pattern', 'path', 'rect', 'text']);

/** The tags in an SVG, all of which are closed in their order. */
function tagsIn(xml: string): readonly { readonly name: string; readonly attributes: string }[] {
	const open: string[] = [];
	const tags = [];
	let read = 0;
	for (const [all, slash, name = '', attributes = '', end] of xml.matchAll(piece)) {
		read += all.length;
		if (name === '') continue;
		if (slash) assert.equal(open.pop(), name);
		else tags.push({ name, attributes });
		if (!slash && !end) open.push(name);
	}
	assert.equal(read, xml.length, 'Something is neither a tag nor text.');
	assert.deepEqual(open, []);
	return tags;
}

describe('a chart that is printed', () => {
	it('is an SVG in which all is closed, has its colors, and refers to nothing elsewhere', () => {
		const check = (xml: string) => {
			for (const { name, attributes } of tagsIn(xml)) {
				assert.ok(known.has(name), name);
				assert.doesNotMatch(attributes, / (on\w+|href|style|class)=|url\((?!#)|var\(|NaN|Infinity|undefined/);
			}
			for (const entity of xml.match(/&[^;]*;?/g) ?? []) assert.match(entity, /^&(amp|lt|gt|quot);$/);
			// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has none of them
			assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
		};
		for (const chart of sampleCharts) check(printed(chart, sheetOf(720)));
		fc.assert(fc.property(anyChart, widths, (chart, width) => check(printed(chart, sheetOf(width)))));
	});

	it("shows strangers' text as it is", () => {
		const evil = '</text><script>alert("1")</script>&amp;';
		const chart = chartOf({
			...{ id: 'where', title: evil, sentence: evil, shape: 'bars', series: [evil] },
			places: [[evil, 1]],
			textOf: () => evil,
		});
		const xml = printed(chart, sheetOf(1_600));
		assert.ok(!tagsIn(xml).some(({ name }) => name === 'script'));
		const shown = '&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;';
		assert.equal(xml.split(shown).length - 1, 6);
	});

	it('has its title, its sentence and what it is worth in it', () => {
		const [chart = assert.fail()] = sampleCharts;
		const xml = printed(chart, sheetOf(720));
		for (const text of [chart.title, chart.sentence, 'Active › Accepted', '431'])
			assert.ok(xml.includes(`>${text}</text>`), text);
		assert.match(xml, /<pattern id="printed-stands-series-2"/);
		assert.match(xml, /fill="url\(#printed-stands-series-2\)"/);
	});

	it('has patterns that no other one has', () => {
		const ids = sampleCharts.flatMap((chart) => [...printed(chart, sheetOf(720)).matchAll(/ id="([^"]+)"/g)]);
		assert.equal(new Set(ids.map(([, id]) => id)).size, ids.length);
	});
});
