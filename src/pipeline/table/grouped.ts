import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { folded } from '../../text/folded.ts';
import type { ColumnContext, ColumnValues } from '../columns/column.ts';
import { inOrderOf } from './radix.ts';
import { orderOfTexts } from './texts.ts';
import type { Turns } from './turns.ts';
import type { Group, Grouped } from './view.ts';

/** The longest value of which groups are told apart. */
const longestKey = 200;

/** What is told of those that have nothing. */
export function nothingText(): string {
	return l10n.t('(Blank)');
}

interface Ground {
	readonly rows: readonly ListedReferral[];
	readonly context: ColumnContext;
	readonly turns: Turns;
}

/** Puts rows together that have a value in common; one that has several stands with each of them. @param by the column that has the values */
export async function groupedBy(
	by: string,
	values: ColumnValues,
	places: Uint32Array,
	{ rows, context, turns }: Ground,
): Promise<Grouped> {
	const found = new Found(places.length);
	await turns.each(places.length, 256, (from, to) => {
		for (let at = from; at < to; at++) {
			const place = places[at] ?? 0;
			const row = rows[place];
			if (row) found.put(place, values.of(row, context));
		}
	});
	const labels: string[] = [];
	await turns.each(found.groups.length, 256, (from, to) => {
		for (const { value } of found.groups.slice(from, to))
			labels.push(values.label(value, context) || nothingText());
	});
	const order = await orderOf(found.groups, labels, values, turns);
	const groups: Group[] = [];
	let start = 0;
	await turns.each(order.length, 1_024, (from, to) => {
		for (const at of order.subarray(from, to)) {
			const { key = '', count = 0 } = found.groups[at] ?? {};
			groups.push({ key, label: labels[at] ?? '', start, count });
			start += count;
		}
	});
	return { by, groups, places: await found.placesBy(order, groups, turns) };
}

/** Groups in their natural order, else by label; those that have nothing at the end. There may be as many as rows. */
async function orderOf(
	groups: readonly FoundGroup[],
	labels: readonly string[],
	{ place }: ColumnValues,
	turns: Turns,
): Promise<Uint32Array> {
	const texts: string[] = [];
	const byPlace = new Float64Array(groups.length);
	await turns.each(groups.length, 256, (from, to) => {
		for (let at = from; at < to; at++) {
			const { key = '', value = '' } = groups[at] ?? {};
			texts.push(folded(labels[at] ?? ''));
			if (key === '') byPlace[at] = Number.NaN;
			else byPlace[at] = place ? place(value) : 0;
		}
	});
	return inOrderOf(byPlace, await orderOfTexts(texts, turns), false, turns);
}

interface FoundGroup {
	readonly key: string;
	/** As it was sent first. */
	readonly value: string;
	count: number;
}

/** Which groups there are, and which rows are in them. */
class Found {
	readonly groups: FoundGroup[] = [];
	/** Where groups are, by value as it was sent, and by key. */
	readonly #byValue = new Map<string, number>();
	readonly #byKey = new Map<string, number>();
	/** For each time that a row stands in a group: the group, and the place of the row. */
	#memberships: Uint32Array;
	#places: Uint32Array;
	#count = 0;

	constructor(room: number) {
		this.#memberships = new Uint32Array(room);
		this.#places = new Uint32Array(room);
	}

	put(place: number, values: string | readonly string[]): void {
		if (typeof values === 'string') this.#add(values, place);
		else if (values.length === 0) this.#add('', place);
		else for (const value of values) this.#add(value, place);
	}

	/** The places of the rows, a group after the other. @param order of the groups @param groups in that order */
	async placesBy(order: Uint32Array, groups: readonly Group[], turns: Turns): Promise<Uint32Array> {
		const next = new Uint32Array(groups.length);
		for (const [at, { start }] of groups.entries()) next[order[at] ?? 0] = start;
		const sorted = new Uint32Array(this.#count);
		await turns.each(this.#count, 16_384, (from, to) => {
			for (let at = from; at < to; at++) {
				const group = this.#memberships[at] ?? 0;
				const start = next[group] ?? 0;
				sorted[start] = this.#places[at] ?? 0;
				next[group] = start + 1;
			}
		});
		return sorted;
	}

	#add(value: string, place: number): void {
		const at = this.#byValue.get(value) ?? this.#find(value);
		if (this.#hasJust(at, place)) return;
		if (this.#count === this.#places.length) this.#grow();
		this.#memberships[this.#count] = at;
		this.#places[this.#count++] = place;
		const group = this.groups[at];
		if (group) group.count++;
	}

	/** Whether a row has the same value twice. */
	#hasJust(group: number, place: number): boolean {
		for (let at = this.#count - 1; at >= 0 && this.#places[at] === place; at--)
			if (this.#memberships[at] === group) return true;
		return false;
	}

	#find(value: string): number {
		const key = folded(value).slice(0, longestKey);
		const at = this.#byKey.get(key) ?? this.groups.push({ key, value, count: 0 }) - 1;
		this.#byKey.set(key, at);
		this.#byValue.set(value, at);
		return at;
	}

	#grow(): void {
		const room = Math.max(64, 2 * this.#count);
		const [memberships, places] = [new Uint32Array(room), new Uint32Array(room)];
		memberships.set(this.#memberships);
		places.set(this.#places);
		[this.#memberships, this.#places] = [memberships, places];
	}
}
