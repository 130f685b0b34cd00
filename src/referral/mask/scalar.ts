import { decimalIn } from '../../partner/referral.ts';
import type { KnownField } from '../fields/field.ts';

/** Digits and what stands among them in a date. */
const dated = /^[\dTZ :.,/+-]{1,40}$/;

/** Whether a value of a field that others may see is of its kind, so that it can't be somebody's words. */
export function isOfItsKind(value: unknown, { kind }: Pick<KnownField, 'kind'>): boolean {
	switch (kind) {
		case 'flag':
			return typeof value === 'boolean' || (typeof value === 'string' && /^(?:true|false)$/i.test(value));
		case 'money':
		case 'number':
			return decimalIn(value) !== undefined;
		case 'date':
		case 'instant':
			return typeof value === 'string' && dated.test(value);
		case 'text':
		case 'code':
		case 'id':
		case 'note':
		case 'list':
			return true;
		case 'part':
		case 'address':
		case 'people':
		case 'json':
			return false;
	}
}

/** Whether others may see a field, as far as only it counts whom it tells about. */
export function isOpen({ sensitivity }: Pick<KnownField, 'sensitivity'>): boolean {
	return sensitivity === 'open' || sensitivity === 'business';
}
