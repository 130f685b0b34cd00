import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { type Worth, worthOf } from '../../listing/arranging/worth.ts';
import { type Group, matchingIn, type View } from './view.ts';

/** What stands in a line. */
export type InLine =
	| { readonly kind: 'row'; readonly row: ListedReferral }
	| { readonly kind: 'group'; readonly group: Group; readonly open: boolean };

/** Which line has what: groups, and below those that are open their rows. */
export class Layout {
	readonly #view: View;
	readonly #open: ReadonlySet<Group>;
	/** The line of each group. */
	readonly #lines: Uint32Array;
	readonly #worth = new Map<Group, readonly Worth[]>();
	readonly count: number;

	constructor(view: View, isOpen: (group: Group) => boolean) {
		this.#view = view;
		const groups = view.grouped?.groups ?? [];
		this.#open = new Set(groups.filter(isOpen));
		this.#lines = new Uint32Array(groups.length);
		let count = 0;
		for (const [at, group] of groups.entries()) {
			this.#lines[at] = count;
			count += 1 + (this.#open.has(group) ? group.count : 0);
		}
		this.count = view.grouped ? count : matchingIn(view);
	}

	at(line: number): InLine | undefined {
		const { rows, places, grouped } = this.#view;
		if (!grouped) return rowAt(rows, places ? places[line] : line);
		const at = lastUpTo(this.#lines, line);
		const group = grouped.groups[at];
		if (!group) return undefined;
		const open = this.#open.has(group);
		const below = line - (this.#lines[at] ?? 0) - 1;
		if (below < 0) return { kind: 'group', group, open };
		return open && below < group.count ? rowAt(rows, grouped.places[group.start + below]) : undefined;
	}

	/** What a group is worth; only those are added up that somebody looks at. */
	worthOf(group: Group): readonly Worth[] {
		const { rows, grouped } = this.#view;
		const places = grouped?.places.subarray(group.start, group.start + group.count) ?? [];
		const worth = this.#worth.get(group) ?? worthOf(Array.from(places).flatMap((place) => rows[place] ?? []));
		this.#worth.set(group, worth);
		return worth;
	}

	/** The rows from a line to another, which may be above it, both included; each once. */
	rowsBetween(line: number, other: number): readonly ListedReferral[] {
		const rows = new Set<ListedReferral>();
		const end = Math.min(this.count - 1, Math.max(line, other));
		for (let at = Math.max(0, Math.min(line, other)); at <= end; at++) {
			const what = this.at(at);
			if (what?.kind === 'row') rows.add(what.row);
		}
		return [...rows];
	}

	/**
	 * The first line that has a referral; undefined where none does, as when its group is closed.
	 * @param newest the newest state of it, by which it is found a hundred times as fast, unless it isn't here yet
	 */
	lineOf(id: string, newest: ListedReferral | undefined): number | undefined {
		const { rows, places, grouped } = this.#view;
		let place = newest ? rows.indexOf(newest) : -1;
		if (place < 0) place = rows.findIndex(({ referral }) => referral.id === id);
		if (place < 0) return undefined;
		if (grouped) return this.#lineInGroups(place);
		const line = places ? places.indexOf(place) : place;
		return line >= 0 ? line : undefined;
	}

	#lineInGroups(place: number): number | undefined {
		const { groups = [], places } = this.#view.grouped ?? {};
		const starts = Uint32Array.from(groups, ({ start }) => start);
		for (let at = places?.indexOf(place) ?? -1; at >= 0; at = places?.indexOf(place, at + 1) ?? -1) {
			const index = lastUpTo(starts, at);
			const group = groups[index];
			if (group && this.#open.has(group)) return (this.#lines[index] ?? 0) + 1 + at - group.start;
		}
		return undefined;
	}
}

/** Where the last of some ascending numbers is that is no greater than another one; the first where none is. */
function lastUpTo(numbers: Uint32Array, most: number): number {
	let [low, high] = [0, numbers.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((numbers[middle] ?? 0) <= most) low = middle;
		else high = middle - 1;
	}
	return low;
}

function rowAt(rows: readonly ListedReferral[], place: number | undefined): InLine | undefined {
	const row = place === undefined ? undefined : rows[place];
	return row && { kind: 'row', row };
}
