/** By what referrals can be put together; all but the status is looked for in what has come. */
export const groupings = [
	'status',
	'attention',
	'customer',
	'country',
	'category',
	'colleague',
	'solutionArea',
	'closeMonth',
	'closeQuarter',
] as const;
export type GroupBy = (typeof groupings)[number];
