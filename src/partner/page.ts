import type { Endpoint } from './endpoint.ts';
import { PartnerError } from './error.ts';
import { isJsonObject } from './json.ts';
import { KeptPage } from './keptPage.ts';
import { limits } from './limits.ts';
import { readNextLink } from './nextLink.ts';
import { assertModest, codeIn, jsonIn } from './readReply.ts';
import { inPage, type Received, readReferral, type Unreadable } from './referral.ts';
import { wayOnIn } from './wayOn.ts';

/** One page of a list, as far as it could be read. */
export interface Page {
	readonly entries: readonly (Received | Unreadable)[];
	/** What the rows read all of a referral from; absent where nothing was sent. */
	readonly kept?: KeptPage;
	/** Address of the next page; absent at the end of the list, and when the way on was refused. */
	readonly next?: string;
	/** Why the list can't be followed further although the service says that there is more. */
	readonly refused?: PartnerError;
}

/** A page as it was read: plain data, which could as well come from another thread. */
interface PlainPage {
	readonly entries: readonly (Received | Unreadable)[];
	/** What the service says is the way on, whatever that is; undefined when it says nothing. */
	readonly link: unknown;
}

/**
 * Reads the bytes of a list, which takes by far the most of what a page takes.
 * @throws {PartnerError} `unreadable` when they are no JSON, `wrongShape` when there is no list in it, `tooLarge`
 */
export async function readPage(bytes: Uint8Array): Promise<PlainPage> {
	assertModest(bytes);
	const body = jsonIn(bytes);
	if (body === undefined) throw new PartnerError('unreadable');
	return plainPage(body);
}

/**
 * Reads a list. `@odata.count` is not read: samples disagree on what it counts.
 * @throws {PartnerError} `wrongShape` when it is none, `tooLarge`
 */
export function plainPage(body: unknown): PlainPage {
	const elements = isJsonObject(body) ? body['value'] : undefined;
	if (!isJsonObject(body) || !Array.isArray(elements))
		throw new PartnerError('wrongShape', { code: codeIn(body) });
	if (elements.length > limits.elements) throw new PartnerError('tooLarge', { code: 'ELEMENTS' });
	return { entries: elements.map(readReferral), link: wayOnIn(body) };
}

/**
 * A page for those who keep it and follow its way on.
 * @param bytes those that it was read from
 * @param pageUrl where they came from
 */
export function pageOf(
	{ entries, link }: PlainPage,
	bytes: Uint8Array,
	pageUrl: string,
	endpoint: Endpoint,
): Page {
	const elements = entries.map(({ json }) => json);
	const kept = new KeptPage(elements, bytes);
	return { entries: inPage(entries, kept), kept, ...wayOn(link, pageUrl, endpoint) };
}

function wayOn(link: unknown, pageUrl: string, endpoint: Endpoint): Pick<Page, 'next' | 'refused'> {
	if (link === undefined) return {};
	if (typeof link !== 'string') return { refused: new PartnerError('linkRefused', { code: 'UNKNOWN_LINK' }) };
	try {
		return { next: readNextLink(link, pageUrl, endpoint) };
	} catch (error) {
		if (!(error instanceof PartnerError)) throw error;
		return { refused: error };
	}
}
