import * as l10n from '@vscode/l10n';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { markWords } from '../../listing/since/words.ts';
import { reasonText, ruleText } from '../../referral/attention/reasonText.ts';
import { attentionRules } from '../../referral/attention/wishes.ts';
import { type Category, categoryOf } from '../../referral/category.ts';
import { categoryName } from '../../referral/categoryText.ts';
import { pairs } from '../../referral/pair.ts';
import { folded } from '../../text/folded.ts';
import { oneLine } from '../../text/oneLine.ts';
import type { ColumnContext, TableColumn } from './column.ts';

/** What most columns here are like. */
const plain = { isNumber: false, needsJson: false, changes: false } as const;
const day = 86_400_000;

/** What a referral is called, which stays in sight. */
export const deal: TableColumn = {
	...{ ...plain, id: 'label', filterKind: 'words', width: 260 },
	label: () => l10n.t('Deal'),
	keyOf: labelKey,
	words: ({ referral }, { presenter }) => presenter.label(referral),
};

function labelKey({ names, referral }: ListedReferral): string {
	const end = names.indexOf('\n');
	if (end > 0) return names.slice(0, end);
	return names.length > 1 ? names.slice(1) : folded(oneLine(referral.id));
}

const categories: readonly Category[] = ['marketplaceLead', 'qualifiedLead', 'coSell', 'other'];

const names: readonly string[] = categories;

export const category: TableColumn = {
	...{ ...plain, id: 'category', filterKind: 'values', width: 140 },
	label: () => l10n.t('Category'),
	keyOf: ({ referral }) => categories.indexOf(categoryOf(referral)),
	words: ({ referral }, { presenter }) => presenter.category(referral),
	values: {
		of: ({ referral }) => categoryOf(referral),
		label: (value) => {
			const known = categories.find((each) => each === value);
			return known ? categoryName(known) : '';
		},
		place: (value) => names.indexOf(value),
	},
};

const places: ReadonlyMap<string, number> = new Map(pairs.map(({ key }, place) => [key, place] as const));

/** Status and substatus, in the order of a referral's life. */
export const stage: TableColumn = {
	...{ ...plain, id: 'stage', filterKind: 'values', width: 150 },
	label: () => l10n.t('Stage'),
	keyOf: (row) => {
		const value = stageOf(row);
		return value === '' ? Number.NaN : stagePlace(value);
	},
	words: ({ referral }, { presenter }) => presenter.standing(referral),
	values: {
		of: stageOf,
		label: (value, { presenter }) => {
			const words = value.split('/').map((word) => presenter.status(word));
			return words.filter((word) => word).join(' › ');
		},
		place: stagePlace,
	},
};

/** The known pair of status and substatus, or both as they were sent. */
export function stageOf({ pair, referral }: ListedReferral): string {
	if (pair) return pair;
	const { status = '', substatus = '' } = referral;
	return status === '' && substatus === '' ? '' : `${status}/${substatus}`;
}

function stagePlace(value: string): number {
	return places.get(value) ?? pairs.length;
}

/** How long a referral can still be answered. */
export const timeLeft: TableColumn = {
	...{ ...plain, id: 'timeLeft', filterKind: 'days', width: 130 },
	label: () => l10n.t('Time left'),
	keyOf: ({ expiry }) => expiry,
	words: ({ referral }, { presenter }) => presenter.expiry(referral),
};

export const daysInStage: TableColumn = {
	...{ ...plain, id: 'daysInStage', filterKind: 'numbers', width: 100, isNumber: true, changes: true },
	label: () => l10n.t('Days in stage'),
	keyOf: daysOf,
	words: (row, context) => {
		const days = daysOf(row, context);
		return Number.isNaN(days) ? '' : context.presenter.count(days);
	},
};

/** Whole days only, so that nothing is said to be longer than it is. */
function daysOf({ stageSince }: ListedReferral, { now }: ColumnContext): number {
	return stageSince <= now ? Math.trunc((now - stageSince) / day) : Number.NaN;
}

const rules: readonly string[] = attentionRules;

/** Why somebody should look at it, the most pressing first. */
export const attention: TableColumn = {
	...{ ...plain, id: 'attention', filterKind: 'values', width: 220, changes: true },
	label: () => l10n.t('Needs attention'),
	keyOf: (row, { rulesOf }) => {
		const [first] = rulesOf(row);
		return first === undefined ? Number.NaN : attentionRules.indexOf(first);
	},
	words: (row, { rulesOf, presenter }) =>
		oneLine(
			rulesOf(row)
				.map((rule) => reasonText(rule, row.referral, presenter))
				.join(', '),
		),
	values: {
		of: (row, { rulesOf }) => rulesOf(row),
		label: (value) => {
			const known = attentionRules.find((each) => each === value);
			return known ? ruleText(known) : '';
		},
		place: (value) => rules.indexOf(value),
	},
};

/** What the user has not seen yet. */
export const news: TableColumn = {
	...{ ...plain, id: 'news', filterKind: 'values', width: 180, changes: true },
	label: () => l10n.t("What's new"),
	keyOf: ({ referral }, { markOf }) => {
		const mark = markOf(referral.id);
		if (!mark) return Number.NaN;
		return mark.kind === 'new' ? 0 : 1;
	},
	words: ({ referral }, { markOf, presenter }) => {
		const mark = markOf(referral.id);
		return mark ? oneLine(markWords(mark, presenter).join(', ')) : '';
	},
	values: {
		of: ({ referral }, { markOf }) => markOf(referral.id)?.kind ?? '',
		label: (value) => (value === 'new' ? l10n.t('New to you') : l10n.t('Changed since you last looked')),
		place: (value) => (value === 'new' ? 0 : 1),
	},
};
