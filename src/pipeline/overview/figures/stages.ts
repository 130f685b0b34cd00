import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import { keyOf } from './keyOf.ts';

/** What tells the status of a row from others, as the table does. */
export function statusKeyOf({ referral }: ListedReferral): string {
	return keyOf(referral.status ?? '');
}

export const [freshKey, activeKey] = [keyOf('New'), keyOf('Active')];
