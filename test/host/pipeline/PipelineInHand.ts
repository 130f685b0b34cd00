import { strict as assert } from 'node:assert';
import { setTimeout as delay } from 'node:timers/promises';
import { isJsonObject, type JsonObject } from '../../../src/partner/json.ts';
import { captured } from '../whole/captured.ts';
import { eventually } from '../whole/eventually.ts';

/** The pipeline pages that are open. */
export function pipelinePages() {
	return captured.pages.filter(({ panel }) => panel.title === 'Pipeline');
}

/** Tells the extension something, as the only page does. */
export function say(message: unknown): void {
	onlyPage().says(message);
}

/** What the page shows now: what its document was made with, and all that it was told since. */
export function shown(): JsonObject {
	const { panel, told } = onlyPage();
	const inside = /<script[^>]*id="state"[^>]*>([\s\S]*?)<\/script>/.exec(panel.webview.html)?.[1] ?? '{}';
	const changes = told.map((each): unknown => JSON.parse(each)).filter(isJsonObject);
	const states = changes.filter((each) => each['type'] === 'change');
	return Object.assign({}, read(inside), ...states);
}

/** A part of what it shows. */
export function part(name: 'cover' | 'head' | 'body' | 'selection'): JsonObject {
	const found = shown()[name];
	assert.ok(isJsonObject(found), `The page has no ${name}.`);
	return found;
}

/** Puts the table back to how it is at first, which is remembered for the workspace. */
export function putBack(): void {
	const { columns } = part('head');
	assert.ok(Array.isArray(columns));
	for (const { id, sortRank, isDescending } of columns.filter(isJsonObject)) {
		if (sortRank === 0) continue;
		// Ascending, then descending, then no longer.
		for (let clicks = isDescending ? 1 : 2; clicks > 0; clicks--)
			say({ type: 'sort', column: id, add: true });
	}
	say({ type: 'groupBy', column: '' });
}

/** The lines that the page shows now, once they have come. */
export async function lines(): Promise<readonly JsonObject[]> {
	return eventually(async () => {
		const { stamp, lines: count, busy } = part('body');
		assert.ok(!busy, 'Rows are being put into order.');
		const { told } = onlyPage();
		const before = told.length;
		say({ type: 'lines', stamp, from: 0, count });
		const answer = () =>
			told
				.slice(before)
				.map(read)
				.find((each) => each['type'] === 'lines' && each['stamp'] === part('body')['stamp']);
		// They are put into words in turns; those that have become others meanwhile never come.
		for (let turn = 0; turn < 50 && !answer(); turn++) await delay(10);
		const found = answer()?.['lines'];
		assert.ok(Array.isArray(found), 'No lines have come.');
		return found.filter(isJsonObject);
	});
}

/** The first cells of the rows that it shows. */
export async function deals(): Promise<readonly string[]> {
	return (await lines()).flatMap(({ cells }) => (Array.isArray(cells) ? [`${cells[0]}`] : []));
}

function read(text: string): JsonObject {
	const value: unknown = JSON.parse(text);
	return isJsonObject(value) ? value : {};
}

function onlyPage() {
	const [page, ...others] = pipelinePages();
	assert.ok(page && others.length === 0, `There are ${pipelinePages().length} pipeline pages.`);
	return page;
}
