/** What the manifest calls the view. */
export const viewId = 'partnerReferrals.explorer';
