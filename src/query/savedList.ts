import { isJsonObject } from '../partner/json.ts';
import { readEntries, type SavedQuery, savedForm } from './savedQuery.ts';

/** What a setting holds: saved queries, and whatever else somebody has written there, which stays as it is. */
type List = readonly unknown[];

/** A list with a query in it, in the place of the one that is shown under its name, or at the end. */
export function listWith(list: List, saved: SavedQuery): List {
	const place = placeOf(list, saved.name);
	return place < 0 ? [...list, savedForm(saved)] : list.with(place, savedForm(saved));
}

/** A list in which a query has another name, and all else that its author wrote. */
export function listRenamed(list: List, name: string, newName: string): List {
	const place = placeOf(list, name);
	const entry = list[place];
	return isJsonObject(entry) ? list.with(place, { ...entry, name: newName }) : list;
}

/** A list without a query. */
export function listWithout(list: List, name: string): List {
	const place = placeOf(list, name);
	return place < 0 ? list : list.toSpliced(place, 1);
}

/** Where the query is that is shown under a name: its own may have other spaces, and broken entries the same one. */
function placeOf(list: List, name: string): number {
	return readEntries(list).findIndex((entry) => 'query' in entry && entry.name === name);
}
