import { isJsonObject, type JsonObject } from '../partner/json.ts';
import type { KeptPage } from '../partner/keptPage.ts';
import type { Received, Referral } from '../partner/referral.ts';
import { expiryOf } from '../referral/expiry.ts';
import { listOf } from '../referral/fields/listOf.ts';
import { pairKeyOf } from '../referral/pair.ts';
import { folded } from '../text/folded.ts';

/** Whence states of referrals came that came together. */
export interface Origin {
	/** Whether it was asked for by id: lists leave fields out. */
	readonly whole: boolean;
	/** The list under which the service sent them, so that they are known to be of that list. */
	readonly list?: object;
	/** The packed page that they stand in. */
	readonly page?: KeptPage | undefined;
}

/**
 * A referral as it is known, with what queries on loaded rows look at, prepared so that a hundred thousand of them are
 * gone through within a frame.
 */
export class ListedReferral implements Received {
	readonly referral: Referral;
	readonly origin: Origin;
	/** The known pair of status and substatus that it has; empty for any other, undefined where none was sent. */
	readonly pair: string | undefined;
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
	/** Belongs to whoever arranges: the last time that it was placed. */
	placed = 0;
	readonly #received: Received;

	constructor(received: Received, origin: Origin) {
		const { referral, json } = received;
		this.referral = referral;
		this.origin = origin;
		this.pair = pairKeyOf(referral);
		this.names = `${folded(referral.name ?? '')}\n${folded(referral.customerProfile?.name ?? '')}`;
		this.needs = needsIn(json);
		this.value = referral.details?.dealValue ?? Number.NaN;
		this.currency = referral.details?.currency?.toUpperCase() ?? '';
		this.expiry = expiryOf(referral) ?? Number.NaN;
		this.#received = received;
	}

	get kind(): 'received' {
		return 'received';
	}

	get place(): number | undefined {
		return this.#received.place;
	}

	get json(): JsonObject {
		return this.#received.json;
	}

	get text(): string | undefined {
		return this.#received.text;
	}
}

function needsIn({ details }: JsonObject): string {
	const requirements = isJsonObject(details) ? details['requirements'] : undefined;
	if (!isJsonObject(requirements)) return '';
	const words = wordsIn(requirements['products']) + wordsIn(requirements['solutions']);
	return words === '' ? '' : `\n${words}`;
}

/** Each folded, with a line end behind it. */
function wordsIn(tags: unknown): string {
	let words = '';
	for (const tag of listOf(tags)) {
		if (typeof tag === 'string') words += `${folded(tag)}\n`;
		if (!isJsonObject(tag)) continue;
		if (typeof tag['id'] === 'string') words += `${folded(tag['id'])}\n`;
		if (typeof tag['name'] === 'string') words += `${folded(tag['name'])}\n`;
	}
	return words;
}
