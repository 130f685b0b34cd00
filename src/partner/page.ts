import type { Endpoint } from './endpoint.ts';
import { PartnerError } from './error.ts';
import { isJsonObject } from './json.ts';
import { KeptPage } from './keptPage.ts';
import { readNextLink } from './nextLink.ts';
import { type Received, readReferrals, type Unreadable } from './referral.ts';

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

/**
 * Reads the body of a list. `@odata.count` is not read: samples disagree on what it counts.
 * @param bytes the same as it came, which the rows keep
 * @throws {PartnerError} `wrongShape` when there is no list in it
 */
export function readPage(body: unknown, bytes: Uint8Array, pageUrl: string, endpoint: Endpoint): Page {
	const elements = isJsonObject(body) ? body['value'] : undefined;
	if (!isJsonObject(body) || !Array.isArray(elements)) throw new PartnerError('wrongShape');
	const kept = new KeptPage(elements, bytes);
	return {
		entries: readReferrals(elements, kept),
		kept,
		...wayOn(body['@odata.nextLink'], pageUrl, endpoint),
	};
}

function wayOn(link: unknown, pageUrl: string, endpoint: Endpoint): Pick<Page, 'next' | 'refused'> {
	if (link === undefined || link === null || link === '') return {};
	if (typeof link !== 'string') return { refused: new PartnerError('linkRefused') };
	try {
		return { next: readNextLink(link, pageUrl, endpoint) };
	} catch (error) {
		if (!(error instanceof PartnerError)) throw error;
		return { refused: error };
	}
}
