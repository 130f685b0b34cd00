import * as vscode from 'vscode';
import { Agreement } from './account/agreement/agreement.ts';
import { Auth } from './account/auth.ts';
import { concernsConnection, readLoadingSettings } from './account/settings.ts';
import { FocusedReferral } from './commands/focusedReferral.ts';
import { handleLinks } from './commands/links.ts';
import { registerCommands } from './commands/registerCommands.ts';
import { ReferralDocuments } from './details/editor/documents.ts';
import { DetailsView } from './details/editor/view.ts';
import { Journal } from './editor/journal.ts';
import { followLanguage } from './editor/language.ts';
import { Browsing } from './listing/browsing.ts';
import { Sessions } from './listing/sessions.ts';
import { ActiveQuery } from './query/activeQuery.ts';
import { LastQuery } from './query/editor/lastQuery.ts';
import { ReferralsView } from './tree/referralsView.ts';

/** Wires the rooms together. Nothing is asked of anybody, and nothing heavy loaded, before the view is opened. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
	// Before anything can be shown. In English, which is what it would be without.
	await followLanguage().catch(() => {});
	const channel = vscode.window.createOutputChannel('Partner Referrals', { log: true });
	const journal = new Journal(channel);
	const pauses = new vscode.EventEmitter<number>();
	const auth = new Auth(context.globalState);
	const agreement = new Agreement(context.globalState);
	const sessions = new Sessions(async () =>
		(await import('./account/connect.ts')).connect(auth, agreement, journal, (until) => pauses.fire(until)),
	);
	const browsing = new Browsing(sessions, new ActiveQuery(new LastQuery(context.workspaceState)), Date.now);
	const settings = readLoadingSettings;
	const opened = () => agreement.mayAsk();
	const view = new ReferralsView({ browsing, opened, settings, onDidPause: pauses.event });
	const details = new DetailsView(context.extensionUri, browsing);
	const documents = new ReferralDocuments(browsing);
	const focus = new FocusedReferral(view, details, documents);
	const stage = {
		...{ extension: context.extension, auth, agreement, browsing, view, details, documents, focus, journal },
	};
	const startOver = () => {
		sessions.end();
		details.startOver();
		void documents.close();
	};
	context.subscriptions.push(
		...[channel, pauses, auth, browsing, sessions, view, details, documents, focus],
		details.onDidFocus((id) => view.revealReferral(id)),
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
