import * as vscode from 'vscode';
import { nextMarked, type Standing } from '../listing/since/marked.ts';
import { asPlain } from '../text/asPlain.ts';
import { mostShown, type Row } from '../tree/row/row.ts';
import { pickedIn } from './chosen/pickedIn.ts';
import type { Command } from './commands.ts';
import type { Stage } from './stage.ts';

/** The commands on what is new or has changed since the user looked last. */
export function changeCommands(stage: Stage): Readonly<Record<string, Command>> {
	const { changes, focus } = stage;
	const markSeen = (given: readonly string[]) => changes.saw(pickedIn(given, undefined).ids);
	return {
		nextChange: () => nextChange(stage),
		markSeen: (given, several) => markSeen(several ?? (given === undefined ? focus.elements : [given])),
		markAllSeen: () => markAllSeen(stage),
	};
}

/** From where the user stands in the tree, and from its top after the last one. */
async function nextChange({ browsing, changes, view }: Stage): Promise<void> {
	const { arrangement } = await browsing.opened();
	const isMarked = (id: string) => changes.markOf(id) !== undefined;
	const next = nextMarked(arrangement, isMarked, standing(view.selection), mostShown);
	if (next) await view.goTo({ kind: 'referral', ...next });
	else
		await vscode.window.showInformationMessage(
			asPlain(changes.count === 0 ? nothingNew() : nothingNewHere()),
		);
}

function nothingNew(): string {
	return vscode.l10n.t('None of the loaded referrals is new or has changed since you last looked.');
}

/** The filter may hide it, or there are more rows than are shown. */
function nothingNewHere(): string {
	return vscode.l10n.t(
		'Only referrals that are loaded but not shown here are new or have changed since you last looked.',
	);
}

/** What a filter hides, nobody has seen. */
async function markAllSeen({ browsing, changes }: Stage): Promise<void> {
	const { arrangement } = await browsing.opened();
	for (const { rows } of arrangement.values()) changes.saw(rows.map(({ id }) => id));
}

function standing(row: Row | undefined): Standing | undefined {
	if (!row || row.kind === 'referral') return row;
	return { branch: row.branch, at: row.kind === 'branch' ? 'top' : 'end' };
}
