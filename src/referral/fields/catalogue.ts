import type { Referral } from '../../partner/referral.ts';
import { customer } from './customer.ts';
import { deal } from './deal.ts';
import type { KnownField } from './field.ts';
import { identity } from './identity.ts';
import { needs } from './needs.ts';
import { partners } from './partners.ts';
import { record } from './record.ts';

/** Where a wire type has its values: names with dots between them. */
type PathIn<Part> = {
	[Name in keyof Part & string]-?: NonNullable<Part[Name]> extends object
		? NonNullable<Part[Name]> extends readonly unknown[]
			? Name
			: `${Name}.${PathIn<NonNullable<Part[Name]>>}`
		: Name;
}[keyof Part & string];

/** Knows whatever the product itself reads of a referral, and more. */
export type Catalogue = Readonly<Record<PathIn<Referral>, KnownField>> & Readonly<Record<string, KnownField>>;

/**
 * Every field that the service is known to send (`Referral resources` of the Partner API, and what connectors and exports have
 * been seen with), by the names that lead to it with dots between them; the elements of a list add nothing to a path. The
 * columns of an export are in this order.
 */
export const catalogue = {
	...identity,
	...customer,
	...deal,
	...needs,
	...partners,
	...record,
} satisfies Catalogue;

/** The names in a path of the catalogue, outermost first. What the protocol adds is a name with a dot in it. */
export function namesIn(path: string): readonly string[] {
	return path.startsWith('@') ? [path] : path.split('.');
}
