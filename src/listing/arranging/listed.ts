import { isJsonObject, type JsonObject } from '../../partner/json.ts';
import type { KeptPage } from '../../partner/keptPage.ts';
import type { Received, Referral } from '../../partner/referral.ts';
import { type Sign, signsOf } from '../../referral/attention/rules.ts';
import type { AttentionWishes } from '../../referral/attention/wishes.ts';
import { expiryOf } from '../../referral/expiry.ts';
import { listOf } from '../../referral/fields/listOf.ts';
import { stageSince } from '../../referral/lifecycle.ts';
import type { Masked } from '../../referral/mask/worn.ts';
import { pairKeyOf } from '../../referral/pair.ts';
import { folded } from '../../text/folded.ts';
import { oneLine } from '../../text/oneLine.ts';

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
 * A referral as it is shown, which is masked when the user presents something, and as it was sent; with what queries on loaded
 * rows look at, prepared so that a hundred thousand of them are gone through within a frame.
 */
export class ListedReferral implements Received {
	/** What came of it, whatever is shown: for who judges it or asks for it, and for nobody who shows it. */
	readonly sent: Received;
	readonly origin: Origin;
	/** The known pair of status and substatus that it has; empty for any other, undefined where none was sent. */
	readonly pair: string | undefined;
	/** The names of deal and customer as they were sent, one a line, folded. */
	readonly sentNames: string;
	/** Ids and names of products and solutions, each between line ends, folded. */
	readonly needs: string;
	/** What the deal is worth, also where that isn't shown; NaN when nothing was sent. */
	readonly sentValue: number;
	/** In upper case; empty when none was sent. */
	readonly currency: string;
	/** When it expires, as milliseconds since 1970; NaN when it doesn't. */
	readonly expiry: number;
	/** The solution areas that the deal is of, one a line, as they were sent. */
	readonly areas: string;
	/** Belongs to whoever arranges: the last time that it was placed. */
	placed = 0;
	readonly #masked: Masked;
	#wishes: AttentionWishes | undefined;
	#signs: readonly Sign[] = [];

	/** @param masked whether it is shown masked, which may be another at any time */
	constructor(sent: Received, origin: Origin, masked: Masked = never) {
		const { referral, json } = sent;
		this.sent = sent;
		this.origin = origin;
		this.pair = pairKeyOf(referral);
		this.sentNames = `${folded(referral.name ?? '')}\n${folded(referral.customerProfile?.name ?? '')}`;
		this.needs = needsIn(json);
		this.sentValue = referral.details?.dealValue ?? Number.NaN;
		this.currency = referral.details?.currency?.toUpperCase() ?? '';
		this.expiry = expiryOf(referral) ?? Number.NaN;
		this.areas = areasIn(json);
		this.#masked = masked;
	}

	/** As it is shown. */
	get referral(): Referral {
		const { mask } = this.#masked;
		return mask ? mask.referral(this.sent.referral) : this.sent.referral;
	}

	get id(): string {
		return this.sent.referral.id;
	}

	/** By which people look for it, as far as they are shown: its own, its engagement's, and that of a CRM. */
	get ids(): readonly (string | undefined)[] {
		const { id, engagementId, externalReferenceId } = this.sent.referral;
		return [id, engagementId, ...(this.#masked.mask ? [] : [externalReferenceId])];
	}

	/** The names of deal and customer as they are shown, one a line, folded. */
	get names(): string {
		const { mask } = this.#masked;
		return mask ? mask.names(this.sentNames) : this.sentNames;
	}

	/** What puts it among those of other customers; empty when no name was sent. */
	get customer(): string {
		const { mask } = this.#masked;
		return mask ? mask.customerRank(this.#sentCustomer) : this.#sentCustomer;
	}

	/** What the deal is worth; NaN when nothing was sent, or nobody is to see it. */
	get value(): number {
		return this.#masked.mask?.hidesValues ? Number.NaN : this.sentValue;
	}

	/** Since when it is in the stage that it is in, as far as the service tells; NaN when it doesn't. */
	get stageSince(): number {
		return stageSince(this.sent.referral) ?? Number.NaN;
	}

	/** What gives reason to look at it, for as long as the user finds the same things worth knowing. */
	signs(wishes: AttentionWishes): readonly Sign[] {
		if (this.#wishes !== wishes) {
			this.#wishes = wishes;
			this.#signs = signsOf(this.sent.referral, wishes);
		}
		return this.#signs;
	}

	get kind(): 'received' {
		return 'received';
	}

	get place(): number | undefined {
		return this.sent.place;
	}

	get json(): JsonObject {
		const { mask } = this.#masked;
		return mask ? mask.json(this.sent.json) : this.sent.json;
	}

	get text(): string | undefined {
		return this.#masked.mask ? undefined : this.sent.text;
	}

	get #sentCustomer(): string {
		return this.sentNames.slice(this.sentNames.indexOf('\n') + 1);
	}
}

const never: Masked = { mask: undefined };

/** The taxonomy of solution areas changes each year, so that they are whatever was sent. */
function areasIn({ details }: JsonObject): string {
	const requirements = isJsonObject(details) ? details['requirements'] : undefined;
	const more = isJsonObject(requirements) ? requirements['additionalRequirements'] : undefined;
	if (!isJsonObject(more)) return '';
	const areas = listOf(more['attributes']).flatMap((attribute) => {
		if (!isJsonObject(attribute)) return [];
		const { type, id } = attribute;
		const isArea = typeof type === 'string' && /^solution\s?area$/i.test(type);
		return isArea && typeof id === 'string' ? oneLine(id) : [];
	});
	return areas.join('\n');
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
