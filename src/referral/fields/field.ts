/** What the value of a field is. */
export type FieldKind =
	/** A few words that somebody typed. */
	| 'text'
	/** Sentences that somebody typed. */
	| 'note'
	/** One word out of an open set. */
	| 'code'
	| 'id'
	| 'number'
	/** An amount of the `currency` beside it. */
	| 'money'
	/** A day, which is an instant on the wire. */
	| 'date'
	| 'instant'
	| 'flag'
	| 'address'
	/** A list of contacts or team members. */
	| 'people'
	/** A list of texts, or of objects. */
	| 'list'
	/** An object of which each field is one of its own. */
	| 'part'
	/** An object that nobody documents. */
	| 'json';

/** From what anybody may see to what the law protects. */
export const sensitivities = ['open', 'business', 'customer', 'personal'] as const;
/**
 * Whom a value tells about: nobody in particular (`open`), how a deal goes (`business`), who the customer is (`customer`: also
 * what people type, because they name customers), or a person (`personal`).
 */
export type Sensitivity = (typeof sensitivities)[number];

/** The sections of the details page, in the order in which a seller decides. */
export const sectionNames = [
	...(['notes', 'needs', 'deal', 'customer', 'contacts', 'team', 'dates'] as const),
	...(['invitation', 'consent', 'target', 'ids'] as const),
] as const;
export type FieldSection = (typeof sectionNames)[number];

/** Where a field stands when it does. */
interface Places {
	/** On the details page: the section, and the rank in it. Without, it stands where what it is part of stands. */
	readonly page?: readonly [section: FieldSection, rank: number];
	/** The header of its column in an export; of a field of a list's elements, what stands behind the list's. */
	readonly column?: string;
	/** Of a list whose elements have columns of their own: what their headers begin with, before the number. */
	readonly numbered?: string;
}

/** A field that the service is known to send. */
export interface KnownField extends Places {
	readonly kind: FieldKind;
	/** Of a list or an object, the highest of all that it has. */
	readonly sensitivity: Sensitivity;
	/** What people call it. */
	label(): string;
}

/** An entry of the catalogue. */
export function field(
	kind: FieldKind,
	sensitivity: Sensitivity,
	label: () => string,
	places: Places = {},
): KnownField {
	return { kind, sensitivity, label, ...places };
}
