/** User settings with which the extension shows its sample tenant: no sign-in, no network. */
export const sampleSettings = { 'partnerReferrals.source': 'sample' } satisfies Record<string, unknown>;
