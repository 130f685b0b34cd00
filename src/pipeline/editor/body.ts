import * as vscode from 'vscode';
import type { Browsing } from '../../listing/browsing.ts';
import type { Presenter } from '../../referral/presenter.ts';
import { plural } from '../../text/plural.ts';
import type { PipelineState } from '../messages/state.ts';
import type { Contents } from './contents.ts';
import { loadedOf } from './cover.ts';

/** What stands below the headings, and how much of it is selected. @param current the row that the user is at */
export function bodyOf(
	{ table, selection, presenter }: Contents,
	browsing: Browsing,
	current: string | undefined,
): Pick<PipelineState, 'body' | 'selection'> {
	const { stamp, lineCount, busy } = table;
	const emptyText = lineCount > 0 || busy ? '' : textOfNothing(browsing, table.wishes.filters.size > 0);
	const count = selection.ids.size;
	const line = current === undefined ? undefined : table.lineOf(current);
	return {
		body: {
			...{ stamp, lines: lineCount, busy, emptyText, totals: table.totals() },
			...(current !== undefined && line !== undefined && { current: { id: current, line } }),
		},
		selection: { count, text: count > 0 ? selectedText(count, presenter) : '' },
	};
}

function selectedText(count: number, presenter: Presenter): string {
	return plural(count, {
		one: vscode.l10n.t('1 selected'),
		other: vscode.l10n.t('{0} selected', presenter.count(count)),
	});
}

/** Why there are no lines, and what to do. */
function textOfNothing({ exploration, sessions }: Browsing, isFiltered: boolean): string {
	if (!exploration && sessions.state === 'signedOut') return vscode.l10n.t('You are signed out.');
	const { asked, count } = loadedOf(exploration);
	if (!asked) return vscode.l10n.t('Nothing is loaded yet. Choose Load to begin.');
	if (isFiltered && count > 0) return vscode.l10n.t('No loaded referral passes the filters of the columns.');
	return vscode.l10n.t('No loaded referral matches.');
}
