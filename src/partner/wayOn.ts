import { isJsonObject, type JsonObject } from './json.ts';

/**
 * What a page says is the way on, whatever that is; undefined at the end of the list. OData has written it in three ways,
 * and other services of Microsoft write `nextLink`. What only looks like a way on counts as one that can't be followed, so
 * that a part is never shown as the whole.
 */
export function wayOnIn(page: JsonObject): unknown {
	const documented = page['@odata.nextLink'];
	if (isThere(documented)) return documented;
	const [other] = Object.entries(page).filter(([name, value]) => isLink(name) && isThere(value));
	return other ? other[1] : hintsAtMore(page) || undefined;
}

function hintsAtMore(page: JsonObject): boolean {
	return Object.entries(page).some(([name, value]) => {
		const word = plain(name);
		if (word === 'links') return isJsonObject(value) && hintsAtMore(value);
		return looksLikeWayOn.test(word) && isThere(value) && value !== false;
	});
}

const looksLikeWayOn =
	/^(?:odata)?(?:next(?:link|page|pagelink|url|uri|token|cursor)?|skiptoken|continuation(?:token)?|hasmore|hasnext)$/;

function isLink(name: string): boolean {
	return /^(?:odata)?nextlink$/.test(plain(name));
}

function plain(name: string): string {
	return name.length > 40 ? '' : name.toLowerCase().replace(/[^a-z]/g, '');
}

function isThere(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}
