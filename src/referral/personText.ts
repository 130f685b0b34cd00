import type { JsonObject } from '../partner/json.ts';

/** Whether a list element looks like a person: a contact or a team member. */
export function isPerson(value: JsonObject): boolean {
	return ['firstName', 'lastName', 'email'].some(
		(name) => typeof value[name] === 'string' && value[name] !== '',
	);
}

/** A person's name in one line, and the fields that it doesn't tell, the way to reach somebody first. */
export function nameAndRest(person: JsonObject): { readonly name: string; readonly rest: JsonObject } {
	const { firstName, lastName, ...others } = person;
	const names = [firstName, lastName].filter((part) => typeof part === 'string').map((part) => part.trim());
	const odd = {
		...(typeof firstName !== 'string' && { firstName }),
		...(typeof lastName !== 'string' && { lastName }),
	};
	const { title, email, phoneNumber, ...further } = others;
	return {
		name: names.filter((part) => part).join(' '),
		rest: { title, email, phoneNumber, ...odd, ...further },
	};
}
