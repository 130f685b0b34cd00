import * as vscode from 'vscode';
import { failureText, wayOutText } from '../editor/failureText.ts';
import type { Branch } from '../listing/arrangement.ts';
import type { Exploration } from '../listing/exploration.ts';
import type { Feed } from '../listing/feed.ts';
import { asksLoadedOnly } from '../query/query.ts';
import { type Category, categoryOf } from '../referral/category.ts';
import type { Status, Substatus } from '../referral/lifecycle.ts';
import type { Presenter } from '../referral/presenter.ts';
import { oneLine } from '../text/oneLine.ts';
import { plural } from '../text/plural.ts';
import { loadingItem } from './connectionItem.ts';
import { itemOf } from './look.ts';
import { elementOf, type LastRow, mostShown, type Row } from './row.ts';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** How a row looks. Called for every row, seen or not, so it must stay cheap; tooltips come later. */
export function treeItem(row: Row, exploration: Exploration, presenter: Presenter): vscode.TreeItem {
	if (row.kind === 'referral') return referralItem(row.branch, row.id, exploration, presenter);
	const branch = exploration.arrangement.get(row.branch);
	// What is no longer there, the editor is about to be told.
	return branch ? itemIn(branch, row.kind, exploration, presenter) : loadingItem();
}

function itemIn(
	branch: Branch,
	kind: 'branch' | 'unreadable' | LastRow,
	exploration: Exploration,
	presenter: Presenter,
): vscode.TreeItem {
	const feed = exploration.feedOf(branch.key);
	switch (kind) {
		case 'branch':
			return branchItem(branch, feed, exploration, presenter);
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

function branchItem(
	branch: Branch,
	feed: Feed | undefined,
	exploration: Exploration,
	presenter: Presenter,
): vscode.TreeItem {
	const failure = feed?.failure;
	const remarks = [
		branch.status === undefined &&
			vscode.l10n.t('Referrals whose status and substatus are not among those above'),
		failure && failureText(failure, presenter.locale).sentence,
	].filter((text) => typeof text === 'string');
	const asOf =
		feed?.asOf === undefined ? [] : [vscode.l10n.t('As of {0}', timeText(feed.asOf, presenter.locale))];
	const tooltip = [...remarks, ...asOf];
	return itemOf(nameOf(branch), {
		state: feed ? Collapsed : Expanded,
		// The row that says why may be far below.
		icon: failure ? 'warning' : iconOf(branch),
		description: countText(branch, exploration, presenter),
		contextValue: feed ? 'group' : 'status',
		...(tooltip.length > 0 && { tooltip: tooltip.join('\n') }),
		...(remarks.length > 0 && { spoken: remarks.join(', ') }),
	});
}

/** What a branch is called. */
export function nameOf({ status, substatus }: Pick<Branch, 'status' | 'substatus'>): string {
	return substatus ?? status ?? vscode.l10n.t('Other statuses');
}

function iconOf({ status, substatus }: Branch): string {
	if (substatus) return substatusIcons[substatus];
	return status ? statusIcons[status] : 'question';
}

function timeText(instant: number, locale: string): string {
	return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(instant);
}

function referralItem(
	branch: string,
	id: string,
	exploration: Exploration,
	presenter: Presenter,
): vscode.TreeItem {
	const row = exploration.session.store.get(id);
	if (!row) return itemOf(oneLine(id), { icon: 'briefcase', contextValue: 'gone' });
	const { referral } = row;
	const hasPair = exploration.arrangement.get(branch)?.substatus !== undefined;
	// Among the others, the pair is what one wants to know.
	const pair = hasPair ? '' : presenter.standing(referral);
	const element = elementOf({ kind: 'referral', branch, id }, exploration.grouping.name);
	const item = itemOf(presenter.label(referral), {
		icon: categoryIcons[categoryOf(referral)],
		description: [oneLine(pair), presenter.description(referral)].filter((text) => text).join(' · '),
		contextValue: 'referral',
		command: { command: 'partnerReferrals.openReferral', title: vscode.l10n.t('Open'), arguments: [element] },
	});
	item.accessibilityInformation = { label: presenter.spoken(referral) };
	return item;
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
		if (branch.substatus) return vscode.l10n.t('Load more ({0} loaded)', loaded ?? '');
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
	const filter = asked === undefined ? [] : [vscode.l10n.t('Filter: {0}', oneLine(asked, 1000))];
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

/** "37" when that is all, "100+" when there may be more, nothing before anything is known. */
function countText(branch: Branch, { query }: Exploration, presenter: Presenter): string {
	const isPart = branch.partitions.length > 0;
	if (!branch.complete && branch.loaded === 0 && !(branch.looked && isPart)) return '';
	const loaded = `${presenter.count(branch.loaded)}${branch.complete ? '' : '+'}`;
	if (!asksLoadedOnly(query)) return loaded;
	return vscode.l10n.t('{0} of {1} loaded match', presenter.count(branch.matching), loaded);
}

const statusIcons = { New: 'inbox', Active: 'play-circle', Closed: 'archive' } as const satisfies Record<
	Status,
	string
>;

const substatusIcons = {
	Pending: 'clock',
	Received: 'mail',
	Accepted: 'check',
	Won: 'star-full',
	Lost: 'close',
	Declined: 'circle-slash',
	Expired: 'history',
} as const satisfies Record<Substatus, string>;

const categoryIcons = {
	marketplaceLead: 'globe',
	qualifiedLead: 'verified',
	coSell: 'organization',
	other: 'briefcase',
} as const satisfies Record<Category, string>;
