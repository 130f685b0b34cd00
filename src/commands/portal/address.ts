import { escaped } from '../../text/escaped.ts';
import { longest } from '../../text/longest.ts';

/** Of which referral an address is. */
interface Named {
	readonly id: string;
	readonly engagementId?: string | undefined;
}

/** Where a referral is found in Partner Center's own pages; or why the setting leads nowhere. */
export type PortalAddress =
	| { readonly address: string; readonly namesReferral: boolean }
	| { readonly refusal: 'setting' | 'id' | 'noEngagement' };

const placeholders = /\{(id|engagementId)\}/g;
/** Stands where an id will, to see what the address is without it. */
const standIn = 'x0stands0for0an0id0x';

/**
 * Puts a referral into the address that the user has set. An id comes from a stranger: whatever is in it, it stands in the path,
 * the query or the fragment where the user put it, and changes nothing else.
 */
export function portalAddress(setting: string, { id, engagementId = '' }: Named): PortalAddress {
	const written = setting.trim();
	const plain = URL.parse(written.replace(placeholders, standIn));
	if (written.length > longest.setting || !plain || !isWeb(plain)) return { refusal: 'setting' };
	const namesReferral = plain.href.includes(standIn);
	if (written.includes('{engagementId}') && engagementId === '') return { refusal: 'noEngagement' };
	const filled = URL.parse(
		written.replace(placeholders, (_, name) => escaped(name === 'id' ? id : engagementId)),
	);
	// An id such as ".." would leave the folder that it was put into.
	const parts = plain.href.split(standIn);
	const isAsMeant =
		filled?.origin === plain.origin && isMadeOf(filled.href, parts, [escaped(id), escaped(engagementId)]);
	return isAsMeant ? { address: filled.href, namesReferral } : { refusal: 'id' };
}

/** No placeholder may stand in what decides where it leads. */
function isWeb({ protocol, host, username, password, port }: URL): boolean {
	return (
		protocol === 'https:' &&
		![host, username, password, port].some((part) => part.includes(standIn)) &&
		!username &&
		!password
	);
}

/** Whether a text is these parts, with one of the ids between each two. */
function isMadeOf(text: string, [first = '', ...parts]: readonly string[], ids: readonly string[]): boolean {
	if (!text.startsWith(first)) return false;
	const [next] = parts;
	const rest = text.slice(first.length);
	if (next === undefined) return rest === '';
	return ids.some((id) => rest.startsWith(id) && isMadeOf(rest.slice(id.length), parts, ids));
}
