import * as vscode from 'vscode';
import { groupings } from '../listing/arranging/groupBy.ts';
import { loadFirstPages } from '../listing/firstPages.ts';
import type { Referral } from '../partner/referral.ts';
import { type Sort, servedSort, sorts } from '../query/query.ts';
import { sortLabel } from '../query/sortLabel.ts';
import { statuses } from '../referral/lifecycle.ts';
import { asItem } from '../text/asItem.ts';
import { pickedIn } from './chosen/pickedIn.ts';
import type { Command } from './commands.ts';
import { groupByText } from './groupByText.ts';
import type { Stage } from './stage.ts';

const day = 86_400_000;

/** The commands on how what has come is arranged, and on what needs attention. */
export function dayCommands(stage: Stage): Readonly<Record<string, Command>> {
	return {
		showExpiring: (given) => showExpiring(stage, given === 'load'),
		groupBy: (given) => groupBy(stage, given),
		sortBy: (given) => sortBy(stage, given),
		snooze: (given, several) => snooze(stage, several ?? given),
		dismiss: (given, several) => putAside(stage, several ?? given),
		bringBack: () => bringBack(stage),
	};
}

/**
 * What came first expires first, so that the first page asked for has it.
 * @param load whether to load that, too, for who was told already that there is something
 */
async function showExpiring({ browsing, choice, view }: Stage, load: boolean): Promise<void> {
	const { settings } = await choice.open();
	const days = Math.max(1, Math.ceil(settings.attention.expiringDays));
	await view.search({ status: statuses[0], expiresWithin: `${days}d`, sort: 'firstExpiring' });
	if (!load) return;
	const exploration = await browsing.opened();
	await view.during(loadFirstPages(exploration, exploration.signal));
}

/** @param given the name of a grouping, as a key may give it */
async function groupBy({ browsing, choice: choosing }: Stage, given: string | undefined): Promise<void> {
	const choice = await choosing.open();
	const known = groupings.find((by) => by === given);
	const by = known ?? (await chosen(groupings, choice.by, groupByText, vscode.l10n.t('Group By')));
	if (!by) return;
	choice.group(by);
	const exploration = await browsing.opened();
	// Nobody wants an empty view who has just asked for another one.
	if (exploration.arrangement.size === 0) await exploration.feedOf('')?.loadMore();
}

/** @param given the name of an order, as a key may give it */
async function sortBy({ browsing, view }: Stage, given: string | undefined): Promise<void> {
	const query = await browsing.query.recall();
	const known = sorts.find((sort) => sort === given);
	const sort = known ?? (await chosen(sorts, query.sort, sortChoiceText, vscode.l10n.t('Sort By')));
	if (!sort) return;
	// What has come stays, where the service would send the same in the same order.
	if (browsing.exploration && servedSort(sort) === servedSort(query.sort)) browsing.sortBy(sort);
	else await view.search({ ...query, sort });
}

function sortChoiceText(sort: Sort): string {
	const label = sortLabel(sort);
	return servedSort(sort) === sort ? label : vscode.l10n.t('{0} (of what is loaded)', label);
}

async function chosen<Choice extends string>(
	choices: readonly Choice[],
	active: Choice,
	textOf: (choice: Choice) => string,
	title: string,
): Promise<Choice | undefined> {
	const items = choices.map((choice) => ({
		label: `${choice === active ? '$(check)' : '$(blank)'} ${asItem(textOf(choice))}`,
		choice,
	}));
	return (await vscode.window.showQuickPick(items, { title }))?.choice;
}

/** What a command was given, of which there may be several. */
type Given = string | readonly string[] | undefined;

async function snooze(stage: Stage, given: Given): Promise<void> {
	const items = [1, 3, 7, 14].map((days) => ({
		label: asItem(
			days.toLocaleString(vscode.env.language, { style: 'unit', unit: 'day', unitDisplay: 'long' }),
		),
		days,
	}));
	const rows = rowsAt(stage, given);
	const session = stage.browsing.sessions.current;
	const picked = await vscode.window.showQuickPick(items, {
		title: vscode.l10n.t('Snooze'),
		placeHolder: vscode.l10n.t('For how long; a change of the referral ends it sooner'),
	});
	session?.signal.throwIfAborted();
	if (picked) await putAside(stage, given, Date.now() + picked.days * day, rows);
}

/** @param rows those that were meant when the user was asked, who may select others meanwhile */
async function putAside(
	stage: Stage,
	given: Given,
	until?: number,
	rows = rowsAt(stage, given),
): Promise<void> {
	if (rows.length > 0) await (await stage.choice.open()).putAside(rows, until);
	else
		await vscode.window.showInformationMessage(
			vscode.l10n.t('Select a referral in the Referrals view first.'),
		);
}

function rowsAt({ browsing, focus }: Stage, given: Given): readonly Referral[] {
	const all = given === undefined ? (focus.id ?? []) : given;
	const { ids } = pickedIn([all].flat(), undefined);
	const store = browsing.sessions.current?.store;
	return [...ids].flatMap((id) => store?.get(id)?.referral ?? []);
}

async function bringBack({ choice }: Stage): Promise<void> {
	if (await (await choice.open()).bringBack()) return;
	await vscode.window.showInformationMessage(vscode.l10n.t('No referral is snoozed or dismissed.'));
}
