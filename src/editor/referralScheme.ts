/** Of addresses of referrals, by which the editor knows documents and rows. */
export const referralScheme = 'partner-referral';
