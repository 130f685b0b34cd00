import * as vscode from 'vscode';
import { failureText, waysOut } from '../editor/failureText.ts';
import type { Explorer } from '../listing/explorer.ts';
import { asksLoadedOnly } from '../query/query.ts';
import { type Category, categoryOf } from '../referral/category.ts';
import type { Group, StatusGroups } from '../referral/group.ts';
import { labelOf } from '../referral/label.ts';
import type { Status, Substatus } from '../referral/lifecycle.ts';
import { descriptionOf, type Reader, spoken } from '../referral/rowText.ts';
import {
	type LoadingRow,
	type LoadMoreRow,
	mostShown,
	type ProblemRow,
	type ReferralRow,
	type Row,
	type TooManyRow,
	type UnreadableRow,
} from './row.ts';

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** How a row looks. Called for every row, seen or not, so it must stay cheap; tooltips come later. */
export function treeItem(row: Row, explorer: Explorer | undefined, reader: Reader): vscode.TreeItem {
	switch (row.kind) {
		case 'status':
			return statusItem(row, explorer, reader);
		case 'group':
			return groupItem(row, explorer, reader);
		case 'referral':
			return referralItem(row, reader);
		case 'unreadable':
			return unreadableItem(row);
		case 'loading':
			return loadingItem(row);
		case 'loadMore':
			return loadMoreItem(row, reader);
		case 'tooMany':
			return tooManyItem(row, reader);
		case 'problem':
			return problemItem(row, reader);
	}
}

function statusItem(row: StatusGroups, explorer: Explorer | undefined, reader: Reader): vscode.TreeItem {
	return item(row.status, {
		id: row.key,
		state: Expanded,
		icon: statusIcons[row.status],
		description: countText(row, explorer, reader),
		contextValue: 'status',
	});
}

function groupItem(row: Group, explorer: Explorer | undefined, reader: Reader): vscode.TreeItem {
	const failure = explorer?.listing(row).failure;
	const icon = row.substatus ? substatusIcons[row.substatus] : 'question';
	const remark = [
		row.substatus === undefined && otherText(row),
		failure && failureText(failure, reader.locale).sentence,
	].filter((text) => typeof text === 'string');
	return item(row.substatus ?? 'Other', {
		id: row.key,
		state: Collapsed,
		// The row that says why may be far below the group.
		icon: failure ? 'warning' : icon,
		description: countText(row, explorer, reader),
		contextValue: 'group',
		...(remark.length > 0 && { tooltip: remark.join('\n'), spoken: remark.join(', ') }),
	});
}

function otherText({ status }: Group): string {
	return status
		? `Referrals that are ${status} with a substatus that is not listed above`
		: 'Referrals with a status that is not listed above';
}

function referralItem(row: ReferralRow, reader: Reader): vscode.TreeItem {
	const { referral } = row.received;
	const shown = item(labelOf(referral), {
		id: `${row.group.key}/${referral.id}`,
		state: None,
		icon: categoryIcons[categoryOf(referral)],
		description: [pairText(row), descriptionOf(referral, reader)].filter((text) => text).join(' · '),
		contextValue: 'referral',
		command: { command: 'partnerReferrals.openReferral', title: 'Open', arguments: [row] },
	});
	shown.accessibilityInformation = { label: spoken(referral, reader) };
	return shown;
}

/** Among the others, the pair is what one wants to know. */
function pairText({ group, received: { referral } }: ReferralRow): string {
	if (group.substatus) return '';
	return [referral.status, referral.substatus].filter((word) => word).join(' › ');
}

function unreadableItem({ group, index }: UnreadableRow): vscode.TreeItem {
	return item('A referral that cannot be read', {
		id: `${group.key}#unreadable/${index}`,
		state: None,
		icon: 'warning',
		contextValue: 'unreadable',
		tooltip: 'Partner Center sent something here that is no referral, or one without an id.',
	});
}

/** Has the id of the row that it stands in for, so that whoever stood on that one stands on this. */
function loadingItem({ group }: LoadingRow): vscode.TreeItem {
	return item('Loading…', {
		id: `${group?.key ?? ''}#loadMore`,
		state: None,
		icon: 'loading~spin',
		contextValue: 'loading',
	});
}

function loadMoreItem(row: LoadMoreRow, { locale }: Reader): vscode.TreeItem {
	const { rows, loaded, received, group } = row.listing;
	const [matching, all, seen] = [rows.length, loaded.length, received].map((count) =>
		count.toLocaleString(locale),
	);
	const whole = group.substatus ? `${all} loaded` : `${all} found in ${seen}`;
	const found = rows === loaded ? whole : `${matching} of ${all} loaded match`;
	return item(`Load more (${found})`, {
		id: `${group.key}#loadMore`,
		state: None,
		icon: 'chevron-down',
		contextValue: 'loadMore',
		tooltip: 'Fetch the next page from Partner Center',
		command: { command: 'partnerReferrals.loadMore', title: 'Load More', arguments: [row] },
	});
}

function tooManyItem({ listing }: TooManyRow, { locale }: Reader): vscode.TreeItem {
	const { group, rows, complete } = listing;
	const all = `${rows.length.toLocaleString(locale)}${complete ? '' : '+'}`;
	return item('Filter to see the others', {
		id: `${group.key}#tooMany`,
		state: None,
		icon: 'filter',
		contextValue: 'tooMany',
		description: `${mostShown.toLocaleString(locale)} of ${all} are shown`,
		tooltip: 'More rows would make the editor slow. Filter, or export what is loaded, to have them all.',
		command: { command: 'partnerReferrals.filter', title: 'Filter…' },
	});
}

function problemItem(row: ProblemRow, { locale }: Reader): vscode.TreeItem {
	const { sentence, facts, wayOut } = failureText(row.failure, locale);
	const filter = row.failure.kind === 'badRequest' && row.filter ? [`Filter: ${row.filter}`] : [];
	return item(sentence, {
		id: `${row.group?.key ?? ''}#problem`,
		state: None,
		icon: 'warning',
		contextValue: 'problem',
		description: [waysOut[wayOut], ...filter].join(' · '),
		tooltip: [sentence, ...filter, ...facts].join('\n'),
		command: { command: 'partnerReferrals.resolve', title: waysOut[wayOut], arguments: [row] },
	});
}

interface Look {
	readonly id: string;
	readonly state: vscode.TreeItemCollapsibleState;
	readonly icon: string;
	readonly contextValue: string;
	readonly description?: string;
	readonly tooltip?: string;
	/** What a screen reader says besides label and description. */
	readonly spoken?: string;
	readonly command?: vscode.Command;
}

// Without words of its own for a screen reader, a row with a tooltip would be read as that alone.
function item(label: string, { state, icon, spoken: more, ...look }: Look): vscode.TreeItem {
	const spokenLabel = [label, look.description, more].filter((text) => text).join(', ');
	return Object.assign(new vscode.TreeItem(label, state), look, {
		iconPath: new vscode.ThemeIcon(icon),
		accessibilityInformation: { label: spokenLabel },
	});
}

/** "37" when that is all, "100+" when there may be more, nothing before anything is known. */
function countText(node: StatusGroups | Group, explorer: Explorer | undefined, { locale }: Reader): string {
	const count = explorer?.count(node);
	if (!count) return '';
	const more = count.complete ? '' : '+';
	const loaded = `${count.loaded.toLocaleString(locale)}${more}`;
	if (!explorer || !asksLoadedOnly(explorer.query)) return loaded;
	return `${count.matching.toLocaleString(locale)} of ${loaded} loaded match`;
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
