import type { JsonObject } from '../partner/json.ts';
import { knownField } from '../referral/fields/known.ts';

/**
 * Whether an object that stands where a list is documented is the only element of that list. The ids of a customer also come
 * as one object that has them by their types.
 */
export function isElement(object: JsonObject, path: readonly string[]): boolean {
	const kind = knownField(path)?.kind;
	if (kind !== 'list' && kind !== 'people') return false;
	return path.join('.') !== 'customerProfile.ids' || Object.hasOwn(object, 'profileType');
}
