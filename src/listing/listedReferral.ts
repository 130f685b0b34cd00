import { isJsonObject, type JsonObject } from '../partner/json.ts';
import type { Received, Referral } from '../partner/referral.ts';
import { expiryOf } from '../referral/expiry.ts';
import { folded } from '../text/folded.ts';

/**
 * A referral in a listing, with what queries on loaded rows look at, prepared so that a hundred thousand of them are
 * gone through within a frame.
 */
export class ListedReferral implements Received {
	readonly referral: Referral;
	/** The names of deal and customer, one a line, folded. */
	readonly names: string;
	/** Ids and names of products and solutions, each between line ends, folded. */
	readonly needs: string;
	/** What the deal is worth; NaN when nothing was sent. */
	readonly value: number;
	/** In upper case; empty when none was sent. */
	readonly currency: string;
	/** When it expires, as milliseconds since 1970; NaN when it doesn't. */
	readonly expiry: number;
	readonly #received: Received;

	constructor(received: Received) {
		const { referral, json } = received;
		this.referral = referral;
		this.names = folded(`${referral.name ?? ''}\n${referral.customerProfile?.name ?? ''}`);
		this.needs = needsIn(json);
		this.value = referral.details?.dealValue ?? Number.NaN;
		this.currency = referral.details?.currency?.toUpperCase() ?? '';
		this.expiry = expiryOf(referral) ?? Number.NaN;
		this.#received = received;
	}

	get kind(): 'received' {
		return 'received';
	}

	get json(): JsonObject {
		return this.#received.json;
	}
}

function needsIn({ details }: JsonObject): string {
	const requirements = isJsonObject(details) ? details['requirements'] : undefined;
	if (!isJsonObject(requirements)) return '';
	const words = wordsIn(requirements['products']) + wordsIn(requirements['solutions']);
	return words === '' ? '' : `\n${folded(words)}`;
}

/** Each with a line end behind it. */
function wordsIn(tags: unknown): string {
	let words = '';
	if (!Array.isArray(tags)) return words;
	for (const tag of tags) {
		if (!isJsonObject(tag)) continue;
		if (typeof tag['id'] === 'string') words += `${tag['id'].trim()}\n`;
		if (typeof tag['name'] === 'string') words += `${tag['name'].trim()}\n`;
	}
	return words;
}
