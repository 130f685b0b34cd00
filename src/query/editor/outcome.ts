import type { Query } from '../query.ts';

/** What a step of the builder leads to: on with another query, the end with one, back, or leaving. */
export type Outcome = { readonly query: Query } | { readonly show: Query } | 'back' | undefined;

/** What stands above every step of the builder. */
export const builderTitle = 'Filter Referrals';
