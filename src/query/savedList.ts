import { isJsonObject, type JsonObject } from '../partner/json.ts';
import { freeName, readEntries, readQueryName, type SavedQuery, savedForm } from './savedQuery.ts';

/** What a setting holds: saved queries, and whatever else somebody has written there, which stays as it is. */
type List = readonly unknown[];

/** A list with a query in it, in the place of the one that is shown under its name, or at the end. */
export function listWith(list: List, saved: SavedQuery): List {
	const place = placeOf(list, saved.name);
	if (place < 0) return [...list, savedForm(saved)];
	const before = list[place];
	// Another query under the same name stays where it is shown.
	const row = isJsonObject(before) && before['row'] === true ? { row: true } : {};
	return list.with(place, { ...savedForm(saved), ...row });
}

/** A list in which a query has another name, and all else that its author wrote. */
export function listRenamed(list: List, name: string, newName: string): List {
	const place = placeOf(list, name);
	const entry = list[place];
	return isJsonObject(entry) ? list.with(place, { ...entry, name: newName }) : list;
}

/** A list in which a query is, or is no longer, a row of its own, and all else that its author wrote. */
export function listWithRow(list: List, name: string, isRow: boolean): List {
	const place = placeOf(list, name);
	const entry = list[place];
	if (!isJsonObject(entry)) return list;
	const { row: _, ...rest } = entry;
	return list.with(place, isRow ? { ...rest, row: true } : rest);
}

/** A list without a query. */
export function listWithout(list: List, name: string): List {
	const place = placeOf(list, name);
	return place < 0 ? list : list.toSpliced(place, 1);
}

/** What was taken out of a list, as its author wrote it, and whence. */
export interface Taken {
	readonly entry: JsonObject;
	readonly place: number;
}

/** What is taken away with a query; undefined where there is none of that name. */
export function takenFrom(list: List, name: string): Taken | undefined {
	const place = placeOf(list, name);
	const entry = list[place];
	return isJsonObject(entry) ? { entry, place } : undefined;
}

/** A list with what was taken out of it, where it was; under another name if that one has been given away meanwhile. */
export function listWithAgain(list: List, { entry, place }: Taken): List {
	const others = readEntries(list).filter((each) => 'query' in each);
	const name = `${entry['name']}`;
	const free = 'refusal' in readQueryName(name, others) ? freeName(name, others) : name;
	return list.toSpliced(place, 0, name === free ? entry : { ...entry, name: free });
}

/** Where the query is that is shown under a name: its own may have other spaces, and broken entries the same one. */
function placeOf(list: List, name: string): number {
	return readEntries(list).findIndex((entry) => 'query' in entry && entry.name === name);
}
