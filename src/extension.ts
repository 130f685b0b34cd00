import * as vscode from 'vscode';
import { Auth } from './account/auth.ts';
import { concernsConnection, readLoadingSettings } from './account/settings.ts';
import { FocusedReferral } from './commands/focusedReferral.ts';
import { handleLinks } from './commands/links.ts';
import { registerCommands } from './commands/registerCommands.ts';
import { ReferralDocuments } from './details/editor/documents.ts';
import { DetailsView } from './details/editor/view.ts';
import { Journal } from './editor/journal.ts';
import { followLanguage } from './editor/language.ts';
import { LastQuery } from './query/editor/lastQuery.ts';
import { Browsing } from './tree/browsing.ts';
import { ReferralsView } from './tree/referralsView.ts';

/** Wires the parts together. Nothing is asked of anybody, and nothing heavy loaded, before the view is opened. */
export function activate(context: vscode.ExtensionContext): void {
	const channel = vscode.window.createOutputChannel('Partner Referrals', { log: true });
	const journal = new Journal(channel);
	const auth = new Auth(context.globalState);
	const browsing = new Browsing(
		async (paused) => (await import('./account/connect.ts')).connect(auth, journal, paused),
		new LastQuery(context.workspaceState),
	);
	const view = new ReferralsView(browsing, readLoadingSettings);
	const details = new DetailsView(context.extensionUri, browsing);
	const documents = new ReferralDocuments(browsing);
	const focus = new FocusedReferral(view, details, documents);
	const stage = { extension: context.extension, auth, browsing, view, details, documents, focus, journal };
	const startOver = () => {
		browsing.reset();
		details.startOver();
		void documents.close();
	};
	// In English, which is what it would be without.
	followLanguage().catch(() => {});
	context.subscriptions.push(
		channel,
		auth,
		browsing,
		view,
		details,
		documents,
		focus,
		details.onDidFocus((received) => view.revealReferral(received)),
		auth.onDidChange(startOver),
		auth.onDidRenew(() => {
			details.signedInAgain();
			return browsing.signedInAgain();
		}),
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (concernsConnection(event)) startOver();
		}),
		registerCommands(stage),
		handleLinks(stage),
	);
}
