/** Texts that look like words for people and are none, or are for people who read English. */
interface Allowed {
	/** A file, or a folder that ends in a slash, from src/ on. */
	readonly place: string;
	readonly texts: RegExp;
	readonly why: string;
}

const name = /^Partner Referrals ?$/;
const wire = 'what the service calls it';
const forSupport = 'read by who helps, who need not know the language of who asks';
const interfaces = 'files are an interface: programs find columns by their names';

export const allowed: readonly Allowed[] = [
	{ place: 'sample/', texts: /./, why: 'what an invented tenant and its service say' },
	{ place: 'extension.ts', texts: name, why: 'the name of the product' },
	{ place: 'editor/diagnostics.ts', texts: /./, why: forSupport },
	{ place: 'editor/whereOf.ts', texts: /^Error$|^ {4}at $/, why: 'lines of the log' },
	{ place: 'partner/', texts: /./, why: 'lines of the log, headers, and what is thrown' },
	{ place: 'export/bulk/columns.ts', texts: /./, why: interfaces },
	{ place: 'export/calendar/expiries.ts', texts: /^-\/\//, why: 'what made the file, for programs' },
	{ place: 'export/cell.ts', texts: /./, why: interfaces },
	{ place: 'export/csv.ts', texts: /./, why: interfaces },
	{ place: 'export/columns.ts', texts: /^Needs attention$/, why: interfaces },
	{
		place: 'query/',
		texts: /^ and $|(?:Time|status|type|team) ?\b.*\b(?:eq|ne|ge|lt|asc|desc)\b|^ eq $|^eq$|^ne$|^ or $/,
		why: 'OData',
	},
	{ place: 'query/fields.ts', texts: /^\p{Lu}\p{Ll}+$/u, why: wire },
	{ place: 'query/savedQuery.ts', texts: /^\{ "name": "|"not": \[/, why: 'JSON, for settings.json' },
	{ place: 'referral/lifecycle.ts', texts: /^\p{Lu}\p{Ll}+$/u, why: wire },
	{
		place: 'pipeline/overview/',
		texts: /^(?:New|Active|Won|Lost|Declined|Expired)$/,
		why: wire,
	},
	{ place: 'details/course.ts', texts: /^\p{Lu}\p{Ll}+$/u, why: wire },
	{ place: 'details/page/blocks.ts', texts: /^text heading$/, why: 'names of styles' },
	{
		place: 'editor/panel/pageDocument.ts',
		texts: /'none'|'nonce-|[<>]|data-bundle/,
		why: 'a policy, and markup',
	},
	{ place: 'pipeline/printing/printable.ts', texts: /'none'|[<>]/, why: 'a policy, and markup' },
	{
		place: 'pipeline/page/chart/',
		texts: /^[MLhvaz\d .-]+$|sans-serif$|^frame today$|^(?:defs|paint|ink|px) $/i,
		why: 'paths, typefaces, and names of styles',
	},
	{ place: 'pipeline/page/grid/headingHands.ts', texts: /^px, $/, why: 'a style' },
	{ place: 'referral/fields/', texts: /./, why: interfaces },
	{ place: 'account/daily/look.ts', texts: /^The daily look /, why: 'lines of the log' },
	{ place: 'account/claims.ts', texts: /claims/, why: 'a header' },
	{ place: 'listing/since/kept.ts', texts: /./, why: 'a file that nobody reads' },
	{ place: 'query/asCommand.ts', texts: /./, why: 'a command for a shell' },
];
