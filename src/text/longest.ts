/**
 * How many characters are looked into of what people type, paste, open, set and show, each more than an honest text has, and
 * so few that whatever stands in it holds nothing up. What is longer is refused or cut. What a service may send stands in
 * `partner/limits.ts`.
 */
export const longest = {
	/** The value of a condition: a name, a mail address, words to look for. */
	value: 200,
	/** The values of a condition that has several, and all their characters. */
	values: { count: 50, length: 500 },
	/** An OData condition: addresses of some 8,000 are refused by web servers, and encoding triples what is not ASCII. */
	advanced: 2000,
	/** Whatever is typed into an input, before it's read. */
	typed: 4000,
	/** A filter that is typed as OData, for the same reason as one condition. */
	filter: 4000,
	/** What is pasted to go to a referral: longer than any address of Partner Center, also where a mail program wrapped it. */
	destination: 5000,
	/** What is pasted as a filter: an address with a filter in it, each letter of which may take three. */
	address: 12_000,
	/** What stands behind the name of the extension in a link: longer than any that we make, of which each letter may take nine. */
	link: 36_000,
	/** A setting; no address and no scope is longer. */
	setting: 2000,
	/** A text in a line of a list: as much as a filter has, which is shown as a whole. */
	item: 3000,
	/** A text in any other line. */
	line: 200,
	/** What Excel takes in a cell; it puts the rest into the next row, where it could be a formula. */
	cell: 32_767,
	/** An id that a page remembers over a reload. */
	id: 200,
	/** The challenge of a service; Microsoft Entra writes none that is longer. */
	challenge: 8192,
	/** A token; Microsoft Entra makes none that is longer. */
	token: 32 * 1024,
	/** What a sign-in fails with, which is looked through for a code. */
	signInError: 4000,
} as const;
