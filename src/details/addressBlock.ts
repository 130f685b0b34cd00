import type { JsonObject } from '../partner/json.ts';
import { countryText } from '../referral/countryText.ts';
import type { Reader } from '../referral/rowText.ts';
import { visible } from '../text/visible.ts';
import { type Block, inline } from './block.ts';

/** An address as people write it, which opens a map; and the fields that are not told by it. */
export function addressBlock(
	address: JsonObject,
	{ locale }: Reader,
): { readonly block: Block; readonly rest: JsonObject } {
	const told = new Map(Object.entries(address).filter(isPart));
	const part = (name: string) => told.get(name) ?? '';
	const lines = [
		part('addressLine1'),
		part('addressLine2'),
		[part('city'), part('state'), part('region'), part('postalCode')].filter((text) => text).join(' '),
		countryText(part('country'), locale),
	].filter((line) => line);
	const rest = Object.fromEntries(Object.entries(address).filter(([name]) => !told.has(name)));
	if (lines.length === 0) return { block: inline(), rest };
	return { block: inline({ kind: 'link', opens: 'map', text: lines.join('\n') }), rest };
}

const parts: ReadonlySet<string> = new Set([
	...['addressLine1', 'addressLine2', 'city', 'state', 'region', 'postalCode', 'country'],
]);

/** Whether a field is a line of an address; one that is very long or of several lines is none. */
function isPart(field: [string, unknown]): field is [string, string] {
	const [name, value] = field;
	return parts.has(name) && typeof value === 'string' && /^[^\p{Cc}]{1,200}$/u.test(value) && isPlain(value);
}

function isPlain(text: string): boolean {
	return visible(text) === text && text.trim() !== '';
}
