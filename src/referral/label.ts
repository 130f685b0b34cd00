import type { Referral } from '../partner/referral.ts';
import { nameText } from '../text/nameText.ts';
import { oneLine } from '../text/oneLine.ts';

/** What a referral is called: the deal's name, which many lack, else the customer's, else its id. */
export function labelOf({ id, name, customerProfile }: Referral): string {
	return nameText(name) || nameText(customerProfile?.name) || oneLine(id) || '…';
}
