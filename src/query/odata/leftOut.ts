import { withoutField } from '../field.ts';
import { queryFields } from '../fields.ts';
import { everything, type Query } from '../query.ts';

/** What of a query is not in the address that it is asked by, over all groups: what the service can't be asked. */
export function leftOut({ sort: _, ...conditions }: Query): Query {
	const whole: Query = { ...everything, ...conditions };
	return queryFields
		.filter(({ name, asked }) => asked === 'service' && typeof whole[name] !== 'object')
		.reduce((rest, { name }) => withoutField(rest, name), whole);
}
