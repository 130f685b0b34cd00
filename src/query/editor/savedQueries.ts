import * as vscode from 'vscode';
import { asPlain } from '../../text/asPlain.ts';
import { listRenamed, listWith, listWithout } from '../savedList.ts';
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
	save: (saved) => change((list) => listWith(list, saved)),
	rename: (name, newName) => change((list) => listRenamed(list, name, newName)),
	remove: (name) => change((list) => listWithout(list, name)),
	open: () => run('workbench.action.openSettings', 'partnerReferrals.queries'),
	openOfWorkspace: () => run('workbench.action.openWorkspaceSettingsFile', reveal),
};

const reveal = { revealSetting: { key: 'partnerReferrals.queries' } };

/** The last change, done or not: each begins with what the one before has made. */
let last: Promise<void> = Promise.resolve();

function change(how: Change): Promise<void> {
	const turn = last.then(() => write(how));
	last = turn.catch(() => {});
	return turn;
}

async function write(how: Change): Promise<void> {
	const own = inspected()?.globalValue ?? [];
	if (!Array.isArray(own)) {
		tell(
			vscode.l10n.t(
				'Nothing was saved: in your settings, "partnerReferrals.queries" is no list. Correct it, then try again.',
			),
		);
		return;
	}
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	await settings
		.update('queries', how(own), vscode.ConfigurationTarget.Global)
		.then(undefined, () =>
			tell(
				vscode.l10n.t(
					'Nothing was saved: your settings could not be written. See whether settings.json has errors or unsaved changes, or is protected.',
				),
			),
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
