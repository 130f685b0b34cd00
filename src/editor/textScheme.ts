/** Of addresses of texts that are shown once, and kept nowhere. */
export const textScheme = 'partner-referrals-text';
