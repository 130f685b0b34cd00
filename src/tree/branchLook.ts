import * as vscode from 'vscode';
import type { Branch, Content } from '../listing/arranging/arrangement.ts';
import type { Exploration } from '../listing/exploration.ts';
import { ruleText } from '../referral/attention/reasonText.ts';
import { categoryName } from '../referral/categoryText.ts';
import { monthText, quarterText } from '../referral/dateText.ts';
import type { Status, Substatus } from '../referral/lifecycle.ts';
import type { Presenter } from '../referral/presenter.ts';
import { nameText } from '../text/nameText.ts';
import { oneLine } from '../text/oneLine.ts';

/** What telling a branch needs besides it. */
type Named = Pick<Branch, 'status' | 'substatus' | 'of'>;

/** What a branch is called. @param fiscalYearStart the first month of a fiscal year, from 1 */
export function nameOf(
	{ status, substatus, of }: Named,
	presenter: Presenter,
	fiscalYearStart: number,
): string {
	if (of) return contentText(of, presenter, fiscalYearStart);
	return substatus ?? status ?? vscode.l10n.t('Other statuses');
}

function contentText(of: Content, presenter: Presenter, fiscalYearStart: number): string {
	switch (of.kind) {
		case 'expiring':
			return vscode.l10n.t('Expiring soon');
		case 'attention':
			return vscode.l10n.t('Needs attention');
		case 'customer':
			return nameText(of.text) || vscode.l10n.t('No customer named');
		case 'country':
			return (of.text && oneLine(presenter.country(of.text))) || vscode.l10n.t('No country');
		case 'colleague':
			return oneLine(of.text) || vscode.l10n.t('Nobody in the team');
		case 'area':
			return oneLine(of.text) || vscode.l10n.t('No solution area');
		case 'category':
			return categoryName(of.category);
		case 'rule':
			return ruleText(of.rule);
		case 'month':
			return monthText(of.begins, presenter.locale) || vscode.l10n.t('No close date');
		case 'quarter':
			return (
				oneLine(quarterText(of.begins, fiscalYearStart, presenter.locale)) || vscode.l10n.t('No close date')
			);
	}
}

/** Branches in the order in which they are shown: those that were found, by name, and what has none at the end. */
export function inOrder(
	branches: readonly Branch[],
	{ grouping, picking }: Exploration,
	presenter: Presenter,
): readonly Branch[] {
	if (grouping.feed === undefined || grouping.order) return branches;
	const { compare } = new Intl.Collator(presenter.locale, { numeric: true });
	const named = branches.map((branch) => ({
		branch,
		place: placeOf(branch),
		name: nameOf(branch, presenter, picking.arranging.fiscalYearStart),
	}));
	named.sort((one, other) => one.place - other.place || compare(one.name, other.name));
	return named.map(({ branch }) => branch);
}

function placeOf({ lens, of }: Branch): number {
	if (lens) return 0;
	return of && 'text' in of && of.text === '' ? 2 : 1;
}

/** The icon of a branch, by the id of a product icon. */
export function iconOf({ status, substatus, of }: Named): string {
	if (of) return contentIcons[of.kind];
	if (substatus) return substatusIcons[substatus];
	return status ? statusIcons[status] : 'question';
}

const contentIcons = {
	expiring: 'watch',
	attention: 'bell',
	customer: 'organization',
	country: 'globe',
	colleague: 'person',
	area: 'layers',
	category: 'tag',
	rule: 'bell',
	month: 'calendar',
	quarter: 'calendar',
} as const satisfies Record<Content['kind'], string>;

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
