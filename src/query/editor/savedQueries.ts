import * as vscode from 'vscode';
import { asPlain } from '../../text/asPlain.ts';
import {
	listRenamed,
	listWith,
	listWithAgain,
	listWithout,
	listWithRow,
	type Taken,
	takenFrom,
} from '../savedList.ts';
import { readSavedQueries } from '../savedQuery.ts';
import type { QueryShelf } from './shelf.ts';

/** Makes another list of one. */
type Change = (list: readonly unknown[]) => readonly unknown[];

/**
 * The saved queries of the setting `partnerReferrals.queries`. Only the user's own value is ever written, and never what a
 * workspace defines; entries that can't be read are left as they are.
 */
export const queries: QueryShelf = {
	own: () => readSavedQueries(inspected()?.globalValue),
	ofWorkspace: () => readSavedQueries(inspected()?.workspaceValue),
	save: async (saved) => void (await change((list) => listWith(list, saved))),
	rename: async (name, newName) => void (await change((list) => listRenamed(list, name, newName))),
	showAsRow: async (name, isRow) => void (await change((list) => listWithRow(list, name, isRow))),
	remove,
	open: () => run('workbench.action.openSettings', 'partnerReferrals.queries'),
	openOfWorkspace: () => run('workbench.action.openWorkspaceSettingsFile', reveal),
};

const reveal = { revealSetting: { key: 'partnerReferrals.queries' } };

/** The last change, done or not: each begins with what the one before has made. */
let last: Promise<unknown> = Promise.resolve();

/** @returns whether it is done */
function change(how: Change): Promise<boolean> {
	const turn = last.then(() => write(how));
	last = turn.catch(() => {});
	return turn;
}

async function remove(name: string): Promise<(() => Promise<void>) | undefined> {
	let taken: Taken | undefined;
	const isDone = await change((list) => {
		taken = takenFrom(list, name);
		return listWithout(list, name);
	});
	const removed = taken;
	if (!isDone || !removed) return undefined;
	return async () => void (await change((list) => listWithAgain(list, removed)));
}

async function write(how: Change): Promise<boolean> {
	const own = inspected()?.globalValue ?? [];
	if (!Array.isArray(own)) {
		tell(
			vscode.l10n.t(
				'Nothing was saved: in your settings, "partnerReferrals.queries" is no list. Correct it, then try again.',
			),
		);
		return false;
	}
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	return settings.update('queries', how(own), vscode.ConfigurationTarget.Global).then(
		() => true,
		() => {
			tell(
				vscode.l10n.t(
					'Nothing was saved: your settings could not be written. See whether settings.json has errors or unsaved changes, or is protected.',
				),
			);
			return false;
		},
	);
}

function inspected() {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	return settings.inspect<unknown>('queries');
}

/** Nobody waits until it is read: the query that could not be saved is still being built. */
function tell(sentence: string): void {
	const open = vscode.l10n.t('Open settings.json');
	void vscode.window
		.showErrorMessage(asPlain(sentence), open)
		.then((chosen) => (chosen === open ? run('workbench.action.openSettingsJson', reveal) : undefined));
}

async function run(command: string, argument: unknown): Promise<void> {
	await vscode.commands.executeCommand(command, argument);
}
