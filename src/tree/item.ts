import * as vscode from 'vscode';
import { failureText, wayOutText } from '../editor/failureText.ts';
import { maskNow } from '../editor/maskNow.ts';
import type { Branch } from '../listing/arranging/arrangement.ts';
import type { ListedReferral } from '../listing/arranging/listed.ts';
import type { Exploration } from '../listing/exploration.ts';
import type { Feed } from '../listing/feed.ts';
import { asksLoadedOnly } from '../query/asksLoadedOnly.ts';
import { contactText, reasonText } from '../referral/attention/reasonText.ts';
import { type Category, categoryOf } from '../referral/category.ts';
import type { Presenter } from '../referral/presenter.ts';
import { oneLine } from '../text/oneLine.ts';
import { plural } from '../text/plural.ts';
import { branchItem } from './branchItem.ts';
import type { ChangeMarks } from './changeMarks.ts';
import { loadingItem } from './connectionItem.ts';
import { itemOf } from './look.ts';
import { elementOf, type LastRow, mostShown, type Row, top } from './row/row.ts';

/** How a row looks. Called for every row, seen or not, so it must stay cheap; tooltips come later. */
export function treeItem(
	row: Row,
	exploration: Exploration,
	presenter: Presenter,
	marks?: ChangeMarks,
): vscode.TreeItem {
	if (row.kind === 'referral') return referralItem(row, exploration, presenter, marks?.why(row.id) ?? '');
	const branch = exploration.arrangement.get(row.branch) ?? wholeAt(row.branch, exploration);
	// What is no longer there, the editor is about to be told.
	return branch ? itemIn(branch, row.kind, exploration, presenter, marks) : loadingItem();
}

function itemIn(
	branch: Branch,
	kind: 'branch' | 'unreadable' | LastRow,
	exploration: Exploration,
	presenter: Presenter,
	marks: ChangeMarks | undefined,
): vscode.TreeItem {
	const feed = exploration.feedOf(branch.key);
	switch (kind) {
		case 'branch':
			return branchItem(branch, feed, exploration, presenter, marks);
		case 'unreadable':
			return unreadableItem(feed?.unreadable.length ?? 0, presenter);
		case 'tooMany':
			return tooManyItem(branch, presenter);
		case 'problem':
			return problemItem(branch, feed, exploration, presenter);
		case 'loading':
		case 'more':
			return feed?.state === 'loading' ? loadingItem() : moreItem(branch, feed, exploration, presenter);
	}
}

/** All of what a query finds, which is filled from one feed where branches have none of their own. */
function wholeAt(key: string, { grouping, arrangement }: Exploration): Branch | undefined {
	if (key !== top || grouping.feed === undefined) return undefined;
	const rows = [...new Set([...arrangement.values()].flatMap((branch) => branch.rows))];
	const counts = { loaded: rows.length, matching: rows.length, complete: false, looked: true };
	return { key, partitions: [grouping.feed], rows, ...counts };
}

function referralItem(
	{ branch, id }: { readonly branch: string; readonly id: string },
	exploration: Exploration,
	presenter: Presenter,
	why: string,
): vscode.TreeItem {
	const row = exploration.session.store.get(id);
	if (!row) return itemOf(oneLine(id), { icon: 'briefcase', contextValue: 'gone' });
	const { referral } = row;
	const { substatus, of } = exploration.arrangement.get(branch) ?? {};
	// Among the others, the pair is what one wants to know.
	const pair = substatus === undefined ? presenter.standing(referral) : '';
	const reasons =
		of?.kind === 'attention' || of?.kind === 'rule' ? reasonsText(row, exploration, presenter) : '';
	const waiting = oneLine(contactText(referral, presenter));
	const element = elementOf({ kind: 'referral', branch, id }, exploration.grouping.name);
	const item = itemOf(presenter.label(referral), {
		icon: waiting ? 'flame' : categoryIcons[categoryOf(referral)],
		// A dot, as beside what is unread.
		description: [
			why && `● ${oneLine(why)}`,
			reasons || waiting,
			oneLine(pair),
			presenter.description(referral),
		]
			.filter((text) => text)
			.join(' · '),
		...(why !== '' && { color: 'notificationsInfoIcon.foreground' }),
		contextValue: ['referral', why && 'marked', reasons && 'attention'].filter((word) => word).join(';'),
		command: { command: 'partnerReferrals.openReferral', title: vscode.l10n.t('Open'), arguments: [element] },
	});
	const spoken = [presenter.spoken(referral), oneLine(why), reasons || waiting]
		.filter((text) => text)
		.join(', ');
	item.accessibilityInformation = { label: spoken };
	return item;
}

/** Why a referral needs somebody. */
function reasonsText(row: ListedReferral, exploration: Exploration, presenter: Presenter): string {
	const rules = exploration.picking.rulesOf(row);
	return rules.map((rule) => oneLine(reasonText(rule, row.referral, presenter))).join(', ');
}

/** One row for all of them, of which a hostile service can send thousands. */
function unreadableItem(count: number, presenter: Presenter): vscode.TreeItem {
	const text = plural(count, {
		one: vscode.l10n.t('1 referral cannot be read'),
		other: vscode.l10n.t('{0} referrals cannot be read', presenter.count(count)),
	});
	return itemOf(text, {
		icon: 'warning',
		contextValue: 'unreadable',
		tooltip: vscode.l10n.t('Partner Center sent something here that is not a referral, or has no id.'),
	});
}

function moreItem(
	branch: Branch,
	feed: Feed | undefined,
	exploration: Exploration,
	presenter: Presenter,
): vscode.TreeItem {
	const [matching, loaded, seen] = [branch.matching, branch.loaded, feed?.received ?? 0].map((count) =>
		presenter.count(count),
	);
	const text = () => {
		if (asksLoadedOnly(exploration.query))
			return vscode.l10n.t('Load more ({0} of {1} loaded match)', matching ?? '', loaded ?? '');
		if (feed?.state === 'idle') return vscode.l10n.t('Load referrals of all groups');
		if (branch.substatus || branch.key === top) return vscode.l10n.t('Load more ({0} loaded)', loaded ?? '');
		return vscode.l10n.t('Load more ({0} found in {1})', loaded ?? '', seen ?? '');
	};
	const element = elementOf({ kind: 'more', branch: branch.key }, exploration.grouping.name);
	return itemOf(text(), {
		icon: 'chevron-down',
		contextValue: 'loadMore',
		tooltip: vscode.l10n.t('Fetch the next page from Partner Center'),
		command: {
			command: 'partnerReferrals.loadMore',
			title: vscode.l10n.t('Load More'),
			arguments: [element],
		},
	});
}

function tooManyItem({ rows, complete }: Branch, presenter: Presenter): vscode.TreeItem {
	const all = `${presenter.count(rows.length)}${complete ? '' : '+'}`;
	return itemOf(vscode.l10n.t('Filter to see the others'), {
		icon: 'filter',
		contextValue: 'tooMany',
		description: vscode.l10n.t('{0} of {1} are shown', presenter.count(mostShown), all),
		tooltip: vscode.l10n.t(
			'More rows would make the editor slow. Filter, or export what is loaded, to have them all.',
		),
		command: { command: 'partnerReferrals.filter', title: vscode.l10n.t('Filter…') },
	});
}

function problemItem(
	{ key }: Branch,
	feed: Feed | undefined,
	{ grouping }: Exploration,
	presenter: Presenter,
): vscode.TreeItem {
	if (!feed?.failure) return loadingItem();
	const { sentence, facts, wayOut } = failureText(feed.failure, presenter.locale);
	const asked = feed.failure.kind === 'badRequest' ? feed.filter : undefined;
	// Much of it was typed.
	const filter = asked === undefined || maskNow() ? [] : [vscode.l10n.t('Filter: {0}', oneLine(asked, 1000))];
	return itemOf(sentence, {
		icon: 'warning',
		contextValue: 'problem',
		description: [wayOutText(wayOut), ...filter].join(' · '),
		tooltip: [sentence, ...filter, ...facts].join('\n'),
		command: {
			command: 'partnerReferrals.resolve',
			title: wayOutText(wayOut),
			arguments: [elementOf({ kind: 'problem', branch: key }, grouping.name)],
		},
	});
}

const categoryIcons = {
	marketplaceLead: 'globe',
	qualifiedLead: 'verified',
	coSell: 'organization',
	other: 'briefcase',
} as const satisfies Record<Category, string>;
