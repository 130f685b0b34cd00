import * as vscode from 'vscode';
import { failureText } from '../editor/failureText.ts';
import type { Branch } from '../listing/arranging/arrangement.ts';
import { rowsOf } from '../listing/arranging/rowsOf.ts';
import { worthOf } from '../listing/arranging/worth.ts';
import type { Exploration } from '../listing/exploration.ts';
import type { Feed } from '../listing/feed.ts';
import { asksLoadedOnly } from '../query/asksLoadedOnly.ts';
import type { Presenter } from '../referral/presenter.ts';
import { iconOf, nameOf } from './branchLook.ts';
import type { ChangeMarks } from './changeMarks.ts';
import { itemOf } from './look.ts';
import { worthLines, worthText } from './worthText.ts';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** How the row of a branch looks. */
export function branchItem(
	branch: Branch,
	feed: Feed | undefined,
	exploration: Exploration,
	presenter: Presenter,
	marks: ChangeMarks | undefined,
): vscode.TreeItem {
	const { of, status } = branch;
	const failure = feed?.failure;
	const isOther = status === undefined && !of;
	const remarks = [
		isOther && vscode.l10n.t('Referrals whose status and substatus are not among those above'),
		failure && failureText(failure, presenter.locale).sentence,
	].filter((text) => typeof text === 'string');
	const worth = worthOf(rowsOf(branch, exploration.arrangement));
	const tooltip = [...remarks, ...worthLines(worth, presenter), ...seenLines(branch, feed, presenter)];
	const counted = countText(branch, exploration, presenter);
	const { fiscalYearStart } = exploration.picking.arranging;
	return itemOf(nameOf(branch, presenter, fiscalYearStart), {
		state: isOther || feed || of ? Collapsed : Expanded,
		// The row that says why may be far below.
		icon: failure ? 'warning' : iconOf(branch),
		description: [
			counted,
			marks?.countText(exploration.arrangement, branch.key),
			counted && worthText(worth, presenter),
		]
			.filter((text) => text)
			.join(' · '),
		contextValue: contextOf(branch, feed),
		...(tooltip.length > 0 && { tooltip: tooltip.join('\n') }),
		...(remarks.length > 0 && { spoken: remarks.join(', ') }),
	});
}

/** Of what a branch is, and as of when. */
function seenLines(branch: Branch, feed: Feed | undefined, presenter: Presenter): readonly string[] {
	if (feed)
		return feed.asOf === undefined ? [] : [vscode.l10n.t('As of {0}', timeText(feed.asOf, presenter.locale))];
	if (!branch.of || branch.complete) return [];
	return [vscode.l10n.t('Among the referrals that are loaded. Load All Groups looks at all of them.')];
}

function contextOf({ of, lens }: Branch, feed: Feed | undefined): string {
	if (lens) return 'lens';
	if (of) return 'bundle';
	return feed ? 'group' : 'status';
}

function timeText(instant: number, locale: string): string {
	return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(instant);
}

/** "37" when that is all, "100+" when there may be more, nothing before anything is known. */
function countText(branch: Branch, { query }: Exploration, presenter: Presenter): string {
	if (branch.lens) return lensCountText(branch, presenter);
	const isPart = branch.partitions.length > 0;
	if (!branch.complete && branch.loaded === 0 && !(branch.looked && isPart)) return '';
	const loaded = `${presenter.count(branch.loaded)}${branch.complete ? '' : '+'}`;
	if (!asksLoadedOnly(query)) return loaded;
	return vscode.l10n.t('{0} of {1} loaded match', presenter.count(branch.matching), loaded);
}

/** A lens looks at what is loaded, and says so until that is all. */
function lensCountText({ matching, loaded, complete }: Branch, presenter: Presenter): string {
	if (complete) return presenter.count(matching);
	return vscode.l10n.t('{0} of {1} loaded', presenter.count(matching), presenter.count(loaded));
}
