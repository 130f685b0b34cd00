import { catalogue, namesIn } from './catalogue.ts';
import type { KnownField, Sensitivity } from './field.ts';

/** A name in the catalogue, below the names that lead to it. */
export interface Place {
	field?: KnownField;
	readonly below: Map<string, Place>;
}

/** Above all names. */
export const top: Place = { below: new Map() };
for (const [path, field] of Object.entries(catalogue)) {
	let place = top;
	for (const name of namesIn(path)) {
		const next = place.below.get(name) ?? { below: new Map() };
		place.below.set(name, next);
		place = next;
	}
	place.field = field;
}

/** The places on the way to a field, as far as the catalogue goes. */
function placesOn(path: readonly string[]): readonly Place[] {
	const places: Place[] = [];
	for (let place = top.below.get(path[0] ?? ''); place; place = place.below.get(path[places.length] ?? ''))
		places.push(place);
	return places;
}

/** The entry of a field. @param path the names that lead to it, outermost first, without places in lists */
export function knownField(path: readonly string[]): KnownField | undefined {
	return placesOn(path)[path.length - 1]?.field;
}

/** Where a field stands on the details page, be it with what it is part of; undefined where no section claims it. */
export function pageOf(path: readonly string[]): KnownField['page'] {
	return placesOn(path).findLast(({ field }) => field?.page)?.field?.page;
}

/**
 * Whom a field tells about. What is below an entry without fields of its own is as that; of a person, everything is personal;
 * and whatever nobody knows is held to tell who the customer is.
 */
export function sensitivityOf(path: readonly string[]): Sensitivity {
	const places = placesOn(path);
	const nearest = places.at(-1);
	const isKnown = places.length === path.length || nearest?.below.size === 0;
	if (isKnown && nearest?.field) return nearest.field.sensitivity;
	const isOfPerson = places.some(({ field }) => field?.kind === 'people');
	return isOfPerson || path.some((name) => personal.has(name)) ? 'personal' : 'customer';
}

/** Names by which a person is told, also where nobody expects one. */
const personal: ReadonlySet<string> = new Set(['firstName', 'lastName', 'email', 'phoneNumber']);
