/** How a value is compared; the service documents `eq` alone, the others are meant for instants. */
export const comparisons = ['eq', 'ge', 'gt', 'le', 'lt'] as const;

export type Comparison = (typeof comparisons)[number];

/**
 * A `$filter` once read: comparisons that must all hold. There is no `or` and no `not`, because no
 * documentation of the service shows one.
 */
export type Filter =
	| { readonly kind: 'and'; readonly parts: readonly Filter[] }
	| { readonly kind: 'any'; readonly of: Filter }
	| {
			readonly kind: 'compare';
			readonly field: string;
			readonly comparison: Comparison;
			/** As it stands in a referral; an instant as `readInstant` writes it. */
			readonly value: string;
	  };
