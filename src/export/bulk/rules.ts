import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { decimalIn } from '../../partner/referral.ts';
import { type Category, categoryOf } from '../../referral/category.ts';
import { instantIn } from '../../referral/instant.ts';
import { longest } from '../../text/longest.ts';
import { exportCell } from '../cell.ts';
import {
	type CellName,
	cellNames,
	headerOf,
	intents,
	mostNumbered,
	type NumberedName,
	no,
	numberedHeader,
	yes,
} from './columns.ts';
import type { BulkDeal, Parts } from './deal.ts';

/** Why Partner Center would refuse a line, or what is not in it as it was sent. */
export const bulkRules = [
	...(['closed', 'lead', 'microsofts', 'pair', 'missing', 'noContact', 'noReason'] as const),
	...(['badCountry', 'badCurrency', 'badValue', 'badDate', 'pastDate', 'badIntent', 'badHelp'] as const),
	...(['noConsent', 'solution', 'member', 'tooMany', 'comma', 'formula', 'tooLong', 'iot'] as const),
] as const;
export type BulkRule = (typeof bulkRules)[number];

/** That a rule is broken, and in which column; the header is empty where it is about the deal as a whole. */
export interface Problem {
	readonly rule: BulkRule;
	readonly header: string;
}

/** What rules look at. `now` is in milliseconds since 1970. */
interface Facts extends BulkDeal {
	readonly row: Pick<ListedReferral, 'sent' | 'pair'>;
	readonly now: number;
}

/** The headers that a rule finds fault with; `['']` for the deal as a whole, and none where all is well. */
type Rule = (facts: Facts) => readonly string[];

/** What must be there in each line; the help that is wanted decides on more. */
const required = [
	...(['engagementId', 'referralId', 'dealName', 'customerName', 'addressLine1', 'city', 'country'] as const),
	...(['status', 'substatus', 'value', 'currency', 'closeDate', 'consent', 'intent'] as const),
] as const;

const contact = ['contactFirstName', 'contactLastName', 'contactPhone', 'contactEmail'] as const;

const leads: ReadonlySet<Category> = new Set(['marketplaceLead', 'qualifiedLead']);

const rules = {
	// Nothing can be done about a deal that is won, lost, declined or expired.
	closed: ({ cell }) => whole(/^closed$/i.test(cell('status'))),
	// Those have a bulk file of their own.
	lead: ({ row }) => whole(leads.has(categoryOf(row.sent.referral))),
	microsofts: ({ row }) => whole(/^msft$/i.test(textIn(row.sent.json['organizationId']))),
	pair: ({ row }) => whole(row.pair === ''),
	missing: ({ cell, solutions, members }) => [
		...missingOf(required, cell),
		...missingOf(cell('help') === no ? ['share'] : [], cell),
		...(solutions.length === 0 ? [numberedHeader('solution', 0)] : []),
		...(members.length === 0 ? [numberedHeader('member', 0)] : []),
	],
	// Microsoft asks the customer, too.
	noContact: ({ cell }) => (cell('help') === yes ? missingOf(contact, cell) : []),
	noReason: ({ cell }) =>
		/^(?:declined|lost|error)$/i.test(cell('substatus')) ? missingOf(['reason'], cell) : [],
	badCountry: ({ cell }) => unlike(/^[A-Za-z]{2}$/, 'country', cell),
	badCurrency: ({ cell }) => unlike(/^[A-Za-z]{3}$/, 'currency', cell),
	badValue: ({ cell }) => unlike(/^\d+(?:\.\d+)?$/, 'value', cell),
	badDate: ({ cell }) => unlike(/^\d\d\/\d\d\/\d{4}$/, 'closeDate', cell),
	pastDate: ({ row, now }) => {
		const closing = instantIn(row.sent.referral.details?.closingDateTime ?? '');
		return closing !== undefined && endOfDay(closing) <= now ? [headerOf('closeDate')] : [];
	},
	badIntent: ({ cell }) =>
		cell('intent').trim() === '' || [...intents.values()].includes(cell('intent'))
			? []
			: [headerOf('intent')],
	badHelp: ({ cell }) => unlike(/^[1-6]$/, 'helpNumber', cell),
	noConsent: ({ cell }) => (cell('consent') === no ? [headerOf('consent')] : []),
	solution: ({ solutions }) =>
		numbered(
			'solution',
			solutions,
			([id = '', currency = '', price = '']) =>
				// A price is worth nothing without its currency.
				id === '' || (price !== '' && (currency === '' || decimalIn(price) === undefined)),
		),
	member: ({ members }) => numbered('member', members, (parts) => parts.length < 4 || parts.includes('')),
	tooMany: ({ solutions, members }) => [
		...(solutions.length > mostNumbered ? [numberedHeader('solution', mostNumbered)] : []),
		...(members.length > mostNumbered ? [numberedHeader('member', mostNumbered)] : []),
	],
	comma: ({ solutions, members }) => [
		...numbered('solution', solutions, hasComma),
		...numbered('member', members, hasComma),
	],
	formula: ({ cell, solutions, members }) => [
		...cellNames.filter((name) => isChanged(cellOf(name, cell(name)), cell(name))).map(headerOf),
		...numbered('solution', solutions, (parts) => isChanged(partsCell(parts), joined(parts))),
		...numbered('member', members, (parts) => isChanged(partsCell(parts), joined(parts))),
	],
	tooLong: ({ cell }) => cellNames.filter((name) => cell(name).length > longest.cell).map(headerOf),
	iot: ({ hasIot }) => whole(hasIot),
} as const satisfies Record<BulkRule, Rule>;

/** Where one of these is broken, nobody can put the line right. */
const hopeless: readonly BulkRule[] = ['closed', 'lead', 'microsofts'];

/** All that is wrong with a line; of one that nobody can put right, only why. */
export function problemsOf(row: Facts['row'], deal: BulkDeal, now: number): readonly Problem[] {
	const facts = { ...deal, row, now };
	const broken = (wanted: readonly BulkRule[]) =>
		wanted.flatMap((rule) => rules[rule](facts).map((header) => ({ rule, header })));
	const lost = broken(hopeless);
	return lost.length > 0 ? lost : broken(bulkRules);
}

/**
 * A cell as it is written. A phone number of digits and what stands between them can harm nobody, and goes as it is; all else
 * that a spreadsheet would take for a formula is defused as in any export, because the file is opened there before it is sent.
 */
export function cellOf(name: CellName, text: string): string {
	const isPhone = name === 'contactPhone' && /^\+?[\d ().-]{2,60}$/.test(text);
	return isPhone ? text : exportCell(text, '');
}

/** Several parts as one cell. */
export function partsCell(parts: Parts): string {
	return exportCell(joined(parts), '');
}

/** What is missing at the end needs no comma. */
function joined(parts: Parts): string {
	const length = parts.findLastIndex((part) => part !== '') + 1;
	return parts.slice(0, length).join(', ');
}

const none: readonly string[] = [];

function whole(isBroken: boolean): readonly string[] {
	return isBroken ? [''] : none;
}

function missingOf(names: readonly CellName[], cell: BulkDeal['cell']): readonly string[] {
	return names.filter((name) => cell(name).trim() === '').map(headerOf);
}

/** What isn't there is missing, which is another rule. */
function unlike(form: RegExp, name: CellName, cell: BulkDeal['cell']): readonly string[] {
	return cell(name).trim() === '' || form.test(cell(name)) ? none : [headerOf(name)];
}

function numbered(
	name: NumberedName,
	all: readonly Parts[],
	isBroken: (parts: Parts) => boolean,
): readonly string[] {
	return all
		.slice(0, mostNumbered)
		.flatMap((parts, place) => (isBroken(parts) ? numberedHeader(name, place) : []));
}

function hasComma(parts: Parts): boolean {
	return parts.some((part) => part.includes(','));
}

/** What is cut is told of as too long. */
function isChanged(cell: string, text: string): boolean {
	return cell !== text && text.length <= longest.cell;
}

function textIn(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

const day = 86_400_000;

function endOfDay(instant: number): number {
	return Math.floor(instant / day) * day + day;
}
