import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { detailsOf } from '../../../src/details/details.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import { isJsonObject } from '../../../src/partner/json.ts';
import { type Page, pageOf, plainPage } from '../../../src/partner/page.ts';
import type { Received } from '../../../src/partner/referral.ts';
import { categoryOf } from '../../../src/referral/category.ts';
import { labelOf } from '../../../src/referral/label.ts';
import { pairKeyOf } from '../../../src/referral/pair.ts';
import { descriptionOf, spoken } from '../../../src/referral/rowText.ts';
import { Random } from '../../../src/sample/invent/random.ts';
import { rowsIn } from '../../../src/tree/rows.ts';
import { exploring } from '../../partner-api/exploring.ts';
import { blockText } from '../details/detailsText.ts';
import { endpoint, FakeSend, replied } from './fakeSend.ts';
import { mutated } from './mutated.ts';

const rounds = 100_000;
const seed: unknown = JSON.parse(
	readFileSync(new URL('../fixtures/seed-list-repaired.json', import.meta.url), 'utf8'),
);
const reader = { locale: 'en', now: Date.parse('2018-11-01T00:00:00Z') };

/** What a program says when it forgot that something may be missing. */
const blunder = /\bundefined\b|\bnull\b|\bNaN\b|\[object /;

describe('100,000 mutations of the documented list', () => {
	it('lose no row, and each row has words; every 20th also has details and stands in the tree', async function () {
		this.timeout(60_000);
		const random = new Random(20190521);
		let json = seed;
		for (let round = 0; round < rounds; round++) {
			// Changes heap up, until there is little left of what it was.
			json = round % 8 === 0 ? seed : mutated(json, random);
			await explained(json, round, () => assertRead(json));
			if (round % 20 === 0) await explained(json, round, () => assertShown(mutated(json, random)));
		}
	});
});

function assertRead(json: unknown): void {
	const elements = elementsOf(json);
	const page = pageIn(json);
	assert.equal(page === undefined, elements === undefined);
	if (!page || !elements) return;
	assert.deepEqual(
		page.entries.map(({ kind }) => kind),
		elements.map((element) => (idOf(element) === undefined ? 'unreadable' : 'received')),
	);
	for (const [index, entry] of page.entries.entries()) {
		assert.equal(entry.json, elements[index]);
		if (entry.kind === 'received') assertWords(entry, elements[index]);
	}
}

function assertWords({ referral }: Received, element: unknown): void {
	assert.equal(referral.id, idOf(element));
	const label = labelOf(referral);
	assert.ok(label);
	for (const text of [label, descriptionOf(referral, reader), spoken(referral, reader)])
		assert.doesNotMatch(text, blunder);
	assert.match(categoryOf(referral), /^[a-z]+$/i);
}

/** What is read as a page in the tree is what is on it, each referral once and in order. */
async function assertShown(json: unknown): Promise<void> {
	const sent = JSON.parse(JSON.stringify(json) ?? 'null');
	const { client } = new FakeSend(() => replied(JSON.stringify(sent)));
	const exploration = exploring(client);
	const feed = exploration.feed('all');
	assert.ok(feed);
	await feed.loadMore();
	const elements = elementsOf(sent) ?? [];
	const page = pageIn(sent);
	const held = (page?.entries ?? []).filter((entry) => entry.kind === 'received');
	const ids = new Set(held.filter(({ referral }) => !pairKeyOf(referral)).map(({ referral }) => referral.id));
	const rows = rowsIn(exploration, 'other');
	assert.deepEqual(
		rows.flatMap((row) => (row.kind === 'referral' ? [row.id] : [])),
		[...ids],
	);
	const shown = [...exploration.arrangement.values()].flatMap((branch) => branch.rows);
	assert.equal(shown.length, new Set(held.map(({ referral }) => referral.id)).size);
	const lost = elements.filter((element) => idOf(element) === undefined);
	assert.equal(feed.unreadable.length, lost.length);
	assert.equal(rows.filter(({ kind }) => kind === 'unreadable').length, Math.min(lost.length, 1));
	assert.equal(feed.received, elements.length);
	for (const entry of page?.entries ?? []) if (entry.kind === 'received') assertDetails(entry);
}

function assertDetails(received: Received): void {
	const { title, customer, kind, value, course, sections } = detailsOf(received, reader);
	assert.ok(title);
	assert.doesNotMatch([title, customer, ...kind, value, course.status, course.substatus].join(' '), blunder);
	for (const { label, blocks } of sections.flatMap(({ fields }) => fields)) {
		assert.ok(label);
		assert.ok(blocks.length > 0);
		// What lies very deep is shown as JSON, which says null.
		assert.doesNotMatch(blocks.map(blockText).join('\n'), /\bundefined\b|\bNaN\b|\[object /);
	}
}

/** The elements that a service sent, if it sent a list. */
function elementsOf(json: unknown): readonly unknown[] | undefined {
	const value = isJsonObject(json) && Object.hasOwn(json, 'value') ? json['value'] : undefined;
	return Array.isArray(value) ? value : undefined;
}

function pageIn(json: unknown): Page | undefined {
	try {
		return pageOf(plainPage(json), new Uint8Array(), endpoint.collection, endpoint);
	} catch (error) {
		assert.ok(error instanceof PartnerError && error.kind === 'wrongShape', `${error}`);
		return undefined;
	}
}

function idOf(element: unknown): string | undefined {
	if (!isJsonObject(element) || !Object.hasOwn(element, 'id')) return undefined;
	const { id } = element;
	return typeof id === 'string' && id !== '' ? id : undefined;
}

/** A failure says which JSON it was. */
async function explained(json: unknown, round: number, check: () => void | Promise<void>): Promise<void> {
	try {
		await check();
	} catch (error) {
		console.log(`Round ${round}: ${JSON.stringify(json)}`);
		throw error;
	}
}
