import type { Query } from '../../query/query.ts';
import { type AttentionRule, attentionRules } from '../../referral/attention/wishes.ts';
import { type Category, categoryOf } from '../../referral/category.ts';
import { instantIn } from '../../referral/instant.ts';
import { escaped } from '../../text/escaped.ts';
import { folded } from '../../text/folded.ts';
import type { Content, Grouping, Node } from './arrangement.ts';
import { byStatus } from './byStatus.ts';
import type { GroupBy } from './groupBy.ts';
import type { ListedReferral } from './listed.ts';
import { partitionsOf } from './partition.ts';

/** What a grouping needs to know besides the query. */
export interface GroupingWishes {
	/** The first month of a fiscal year, from 1. */
	readonly fiscalYearStart: number;
	/** The rules that give reason to look at a referral. */
	readonly rulesOf: (row: ListedReferral) => readonly AttentionRule[];
}

/** Makes the grouping. */
export function groupingBy(by: GroupBy, query: Query, wishes: GroupingWishes): Grouping {
	return by === 'status' ? byStatus(query) : byValue(by, query, values[by](wishes));
}

/** A value that referrals have in common: what tells it from others, and how it is told. */
interface Value {
	readonly id: string;
	readonly of: Content;
}

interface Values {
	/** Those of a referral, which may be several. */
	of(row: ListedReferral): readonly Value[];
	/** Without one, branches are put into order by whoever knows the language. */
	readonly order?: (one: Content, other: Content) => number;
}

/** Branches that are there because something is in them, of all that has come; the end of everything makes them whole. */
function byValue(by: GroupBy, query: Query, { of, order }: Values): Grouping {
	const whole = partitionsOf(query).at(-1)?.key ?? '';
	const contents = new Map<string, Content>();
	const branchesOf = (row: ListedReferral) =>
		of(row).map((value) => {
			const key = `${by}:${escaped(value.id)}`;
			if (!contents.has(key)) contents.set(key, value.of);
			return key;
		});
	const nodeFor = (key: string): Node => {
		const content = contents.get(key);
		return { key, partitions: [whole], ...(content && { of: content }) };
	};
	return {
		...{ name: by, nodes: [], branchesOf, nodeFor, feed: whole },
		...(order && {
			order: (one: Node, other: Node) => (one.of && other.of ? order(one.of, other.of) : 0),
		}),
	};
}

/** The longest name of which branches are told apart. */
const longestId = 200;

/**
 * @param sent what tells one from another, whatever is shown, so that branches stay what they are
 * @param shown what is told of each of those
 */
function texts(
	kind: 'customer' | 'country' | 'colleague' | 'area',
	sent: readonly string[],
	shown: (index: number) => string | undefined,
): readonly Value[] {
	const found = new Map<string, Value>();
	for (const [index, text] of sent.entries()) {
		const id = folded(text).slice(0, longestId);
		if (id === '' || found.has(id)) continue;
		found.set(id, {
			id,
			// What is shown takes more than what was sent, and is asked of one referral in a branch.
			get of() {
				return { kind, text: shown(index) ?? '' };
			},
		});
	}
	return found.size > 0 ? [...found.values()] : [{ id: '', of: { kind, text: '' } }];
}

const values = {
	attention: ({ rulesOf }) => ({
		of: (row) => rulesOf(row).map((rule) => ({ id: rule, of: { kind: 'rule', rule } })),
		order: byPlace((content) => (content.kind === 'rule' ? attentionRules.indexOf(content.rule) : 0)),
	}),
	customer: () => ({
		of: (row) =>
			texts(
				'customer',
				[row.sent.referral.customerProfile?.name ?? ''],
				() => row.referral.customerProfile?.name,
			),
	}),
	country: () => ({
		of: (row) =>
			texts(
				'country',
				[row.sent.referral.customerProfile?.address?.country ?? ''],
				() => row.referral.customerProfile?.address?.country,
			),
	}),
	category: () => ({
		of: ({ sent }) => {
			const category = categoryOf(sent.referral);
			return [{ id: category, of: { kind: 'category', category } }];
		},
		order: byPlace((content) => (content.kind === 'category' ? categories.indexOf(content.category) : 0)),
	}),
	colleague: () => ({
		of: (row) => texts('colleague', row.sent.referral.team ?? [], (index) => row.referral.team?.[index]),
	}),
	solutionArea: () => ({
		of: ({ areas }) => {
			const all = areas.split('\n');
			return texts('area', all, (index) => all[index]);
		},
	}),
	closeMonth: () => closing('month', (month) => month),
	closeQuarter: ({ fiscalYearStart }) =>
		closing('quarter', (month) => {
			const into = (((month - (fiscalYearStart - 1)) % 3) + 3) % 3;
			return month - into;
		}),
} as const satisfies Record<Exclude<GroupBy, 'status'>, (wishes: GroupingWishes) => Values>;

const categories: readonly Category[] = ['marketplaceLead', 'qualifiedLead', 'coSell', 'other'];

/** By the month in UTC in which a deal closes, whose day the service writes as a midnight there. */
function closing(kind: 'month' | 'quarter', beginOf: (month: number) => number): Values {
	return {
		of: ({ sent }) => {
			const begins = beginOf(monthOf(sent.referral.details?.closingDateTime));
			return [{ id: Number.isNaN(begins) ? '' : `${begins}`, of: { kind, begins } }];
		},
		order: byPlace((content) =>
			(content.kind === 'month' || content.kind === 'quarter') && !Number.isNaN(content.begins)
				? content.begins
				: Number.POSITIVE_INFINITY,
		),
	};
}

/** In months since the year 0; NaN for what is no date. */
function monthOf(text: string | undefined): number {
	const instant = text === undefined ? undefined : instantIn(text);
	if (instant === undefined) return Number.NaN;
	const date = new Date(instant);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function byPlace(placeOf: (content: Content) => number): (one: Content, other: Content) => number {
	return (one, other) => {
		const [first, second] = [placeOf(one), placeOf(other)];
		return first === second ? 0 : first - second;
	};
}
