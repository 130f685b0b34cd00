import type { JsonObject } from '../../partner/json.ts';
import { nameText } from '../../text/nameText.ts';

/** Whose a referral is, seen from another one of the same engagement; `unknown` where nothing that came tells it. */
export type Owner =
	| { readonly kind: 'microsoft' | 'same' | 'unknown' }
	| { readonly kind: 'partner'; readonly name: string };

/** Whose the other one is. Who invited whom is not asked: an engagement may have more than two sides. */
export function ownerOf(other: JsonObject, own: JsonObject): Owner {
	const id = idOf(other);
	if (id === microsoft) return { kind: 'microsoft' };
	const name = nameOf(other);
	// A name alone is only a name; but whoever sends no id and has Microsoft's is Microsoft.
	if (id === undefined && /^microsoft(?: corporation)?$/i.test(name)) return { kind: 'microsoft' };
	if (id !== undefined && id === idOf(own)) return { kind: 'same' };
	return name === '' ? { kind: 'unknown' } : { kind: 'partner', name };
}

/** The id by which the service calls Microsoft. */
const microsoft = 'msft';

function idOf({ organizationId }: JsonObject): string | undefined {
	return typeof organizationId === 'string' ? organizationId.trim().toLowerCase() || undefined : undefined;
}

function nameOf({ organizationName }: JsonObject): string {
	return typeof organizationName === 'string' ? nameText(organizationName) : '';
}
