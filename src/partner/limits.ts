/**
 * How much is taken from a service: each is far more than an honest one sends, and so little that whatever one sends holds
 * nothing up. How long a service may take stands in `network/patience.ts`.
 */
export const limits = {
	/** Bytes of a body, as it comes and once it is unpacked: a page of 100 referrals has about 0.15 MB, a bomb of gzip gigabytes. */
	body: 32 * 1024 * 1024,
	/** Bytes below which JSON is read without having been looked through: reading so many takes milliseconds, whatever they are. */
	unseen: 1024 * 1024,
	/** Values in a body: what 5,000 referrals have. A few megabytes of `{}` would be read for minutes, into gigabytes. */
	values: 1_000_000,
	/** Levels of a body; referrals have 7, and what goes through values level by level must come to an end. */
	levels: 100,
	/** Elements of a page: the documentation knows pages of 100. Each becomes a row. */
	elements: 5000,
	/** Bytes of a failure that are read for its code: documented ones have a few hundred. */
	failure: 64 * 1024,
	/** Characters of what stands behind the question mark of a link: the service's own have about 900, and servers take 16 KB. */
	linkQuery: 16 * 1024,
	/** Pages of a list: more than any partner has, so that a service which goes on for longer goes in circles. */
	pages: 10_000,
	/** Empty pages in a row: a service may filter what it has paged already, but one that only does so leads nowhere. */
	emptyPages: 20,
} as const;
