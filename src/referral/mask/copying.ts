import { isJsonObject, type JsonObject } from '../../partner/json.ts';
import { catalogue } from '../fields/catalogue.ts';
import type { KnownField } from '../fields/field.ts';
import { type Place, top } from '../fields/known.ts';
import { hidden, type Numbers } from './numbers.ts';
import { isOfItsKind, isOpen } from './scalar.ts';

/** Deeper than any referral; what lies below isn't looked at. */
const deepest = 100;

/** What a copy is made by. */
export interface Copying {
	readonly numbers: Numbers;
	readonly hidesValues: boolean;
}

/**
 * A copy of a referral's JSON, in which whatever tells of a customer or a person stands for it by a number, or is hidden; so is
 * what the catalogue doesn't know, with its name. What is empty stays so.
 */
export function maskedJson(json: JsonObject, copying: Copying): JsonObject {
	return objectIn(json, top, copying, 0);
}

function objectIn(object: JsonObject, place: Place, copying: Copying, depth: number): JsonObject {
	let unknown = 0;
	// From entries, so that a name such as `__proto__` is one among others.
	return Object.fromEntries(
		Object.entries(object).map(([name, value]): [string, unknown] => {
			const next = place.below.get(name);
			if (next?.field) return [name, valueIn(value, next, next.field, copying, depth + 1)];
			unknown += 1;
			return [`hiddenField${unknown}`, isEmpty(value) ? value : hidden()];
		}),
	);
}

function valueIn(value: unknown, place: Place, field: KnownField, copying: Copying, depth: number): unknown {
	if (isEmpty(value)) return value;
	if (typeof value === 'object' && depth > deepest) return hidden();
	if (Array.isArray(value)) return value.map((each) => valueIn(each, place, field, copying, depth + 1));
	// Of what is made of fields, one value alone may be anything.
	if (!isJsonObject(value)) return place.below.size > 0 ? hidden() : scalarIn(value, field, copying);
	if (field.kind === 'people') return personIn(value, place, copying, depth);
	if (place.below.size > 0) return objectIn(value, place, copying, depth);
	// Tags, and what is of the protocol.
	return isOpen(field) && (field.kind === 'list' || field.kind === 'json') ? value : hidden();
}

function scalarIn(value: unknown, field: KnownField, { numbers, hidesValues }: Copying): unknown {
	if (typeof value === 'string' && emptied.has(field)) return '';
	if (typeof value === 'string') {
		const name = named.get(field)?.(value, numbers);
		if (name !== undefined) return name;
	}
	if (field.kind === 'flag' && typeof value === 'boolean') return value;
	if (hidesValues && field.kind === 'money') return hidden();
	return isOpen(field) && isOfItsKind(value, field) ? value : hidden();
}

const named: ReadonlyMap<KnownField, (text: string, numbers: Numbers) => string> = new Map<
	KnownField,
	(text: string, numbers: Numbers) => string
>([
	[catalogue.name, (text, { deals }) => deals.nameOf(text)],
	[catalogue['customerProfile.name'], (text, { customers }) => customers.nameOf(text)],
	[catalogue['customerProfile.address.country'], (text, { countries }) => countries.nameOf(text)],
]);

/** Lines of an address, of which one says that there are some. */
const emptied: ReadonlySet<KnownField> = new Set([
	catalogue['customerProfile.address.addressLine2'],
	catalogue['customerProfile.address.city'],
	catalogue['customerProfile.address.state'],
	catalogue['customerProfile.address.region'],
	catalogue['customerProfile.address.postalCode'],
]);

/** The first of the names stands for all of them. */
function personIn(person: JsonObject, place: Place, copying: Copying, depth: number): JsonObject {
	const textOf = (name: string) => (typeof person[name] === 'string' ? person[name] : '');
	const mail = textOf('email');
	const name = `${textOf('firstName')} ${textOf('lastName')}`.trim();
	const number = mail + name === '' ? 0 : copying.numbers.people.numberOf({ mail, name });
	let isNamed = false;
	const { email, ...rest } = person;
	const masked = objectIn(rest, place, copying, depth);
	const entries = Object.entries(masked).map(([field, value]): [string, unknown] => {
		if ((field !== 'firstName' && field !== 'lastName') || textOf(field) === '') return [field, value];
		const said = isNamed ? '' : copying.numbers.people.nameOf(number);
		isNamed = true;
		return [field, said];
	});
	if (email === undefined) return Object.fromEntries(entries);
	const reached = mail === '' ? valueless(email) : copying.numbers.people.mailOf(mail);
	return Object.fromEntries([...entries, ['email', reached]]);
}

function valueless(value: unknown): unknown {
	return isEmpty(value) ? value : hidden();
}

/** Whether a value says nothing, so that there is nothing to hide. */
function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === '') return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}
