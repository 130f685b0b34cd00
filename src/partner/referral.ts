import * as z from 'zod/mini';
import { isJsonObject, type JsonObject } from './json.ts';

// Mini, because it is a fifth of the bytes and then hardly takes longer; and by transformations where a schema would only
// say what an expected type is, since they take half of the time.
// Each field stands alone: what is null, absent or of an unexpected type reads as undefined, so that one odd
// field never costs the row. The JSON as it came is kept beside it (see `Received`) for whoever shows it all.
const text = z.transform((value: unknown) => (typeof value === 'string' ? value : undefined));
const decimal = z.transform(decimalIn);
const flag = z.transform((value: unknown) => (typeof value === 'boolean' ? value : undefined));
const mails = z.transform(mailsIn);
const part = <Shape extends z.core.$ZodShape>(shape: Shape) =>
	z.catch(z.optional(z.object(shape)), undefined);

/** A write sample of the documentation sends deal values as strings, so some come back as such. */
export function decimalIn(value: unknown): number | undefined {
	if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return undefined;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}

/** A team of one may come without the list around it; of whom no mail address came, the text is empty. */
function mailsIn(value: unknown): readonly string[] | undefined {
	if (value === undefined || value === null) return undefined;
	const members: readonly unknown[] = Array.isArray(value) ? value : [value];
	return members.flatMap((member) => {
		if (!isJsonObject(member) || Object.keys(member).length === 0) return [];
		const { email } = member;
		return typeof email === 'string' ? email : '';
	});
}

const Referral = z.object({
	id: z.string().check(z.minLength(1)),
	engagementId: text,
	externalReferenceId: text,
	name: text,
	status: text,
	substatus: text,
	type: text,
	qualification: text,
	direction: text,
	createdDateTime: text,
	updatedDateTime: text,
	expirationDateTime: text,
	acceptedDateTime: text,
	closedDateTime: text,
	customerProfile: part({
		name: text,
		address: part({ city: text, state: text, region: text, country: text }),
	}),
	/** The mail addresses of the partner's people who work on it. */
	team: mails,
	details: part({
		dealValue: decimal,
		currency: text,
		closingDateTime: text,
		customerRequestedContact: flag,
	}),
	inviteContext: part({ invitedBy: part({ organizationId: text, organizationName: text }) }),
});

/**
 * What the product itself reads of a referral: labels, grouping, icons, tooltips. Field names and meanings are
 * the service's ("Referral resources" of the Partner API); enumerations are open, so they are plain strings.
 */
export type Referral = z.infer<typeof Referral>;

/** A referral that was read, with everything that the service sent of it. */
export interface Received {
	readonly kind: 'received';
	readonly referral: Referral;
	/** Of a referral in a page, this is read out of the page whenever it is asked for. */
	readonly json: JsonObject;
	/** The JSON that it came as, letter by letter: values can't have all that JSON can. Absent where it isn't known. */
	readonly text?: string | undefined;
	/** Where it stands in its page; absent when it stands alone. */
	readonly place?: number | undefined;
}

/** An element of a page that cannot be told to be a referral: no object, or no id. */
export interface Unreadable {
	readonly kind: 'unreadable';
	readonly json: unknown;
	/** The JSON that it came as, letter by letter; absent where it isn't known. */
	readonly text?: string | undefined;
}

/** Reads a referral that stands alone, or an element of a page; never throws. */
export function readReferral(json: unknown): Received | Unreadable {
	const read = Referral.safeParse(json);
	if (!read.success || !isJsonObject(json)) return { kind: 'unreadable', json };
	return { kind: 'received', referral: read.data, json };
}

/** The elements of a page, as they came. */
interface Elements {
	element(index: number): unknown;
	text(index: number): string | undefined;
}

/** The same elements of a page, which no longer hold what the page has of them. */
export function inPage(
	entries: readonly (Received | Unreadable)[],
	page: Elements,
): readonly (Received | Unreadable)[] {
	return entries.map((entry, index) =>
		entry.kind === 'received'
			? new ReferralInPage(entry.referral, page, index)
			: { ...entry, text: page.text(index) },
	);
}

class ReferralInPage implements Received {
	readonly referral: Referral;
	readonly place: number;
	readonly #page: Elements;

	constructor(referral: Referral, page: Elements, place: number) {
		this.referral = referral;
		this.#page = page;
		this.place = place;
	}

	get kind(): 'received' {
		return 'received';
	}

	get json(): JsonObject {
		const json = this.#page.element(this.place);
		return isJsonObject(json) ? json : {};
	}

	get text(): string | undefined {
		return this.#page.text(this.place);
	}
}
