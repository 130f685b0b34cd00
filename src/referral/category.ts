import type { Referral } from '../partner/referral.ts';

/** How Partner Center files a referral; `other` is what its table has no line for. */
export type Category = 'marketplaceLead' | 'qualifiedLead' | 'coSell' | 'other';

/** Files a referral by type, qualification and inviter, as the "Referrals API introduction" says to. */
export function categoryOf({ type, qualification, inviteContext }: Referral): Category {
	const inviter = inviteContext?.invitedBy?.organizationId;
	const invitedByMicrosoft = inviter?.toLowerCase() === 'msft';
	if (type === 'Independent' && qualification === 'Direct' && (invitedByMicrosoft || !inviter))
		return 'marketplaceLead';
	const qualified = qualification === 'SalesQualified' || qualification === 'MarketingQualified';
	if (type === 'Independent' && qualified && invitedByMicrosoft) return 'qualifiedLead';
	const coSellable = qualification === 'SalesQualified' || qualification === 'None';
	if ((type === 'Independent' || type === 'Shared') && coSellable && !invitedByMicrosoft) return 'coSell';
	return 'other';
}
