import * as vscode from 'vscode';
import { Auth } from './auth.ts';
import { registerCommands } from './commands.ts';
import { connect } from './connection.ts';
import { Browsing } from './views/browsing.ts';
import { DetailsView } from './views/detailsView.ts';
import { ReferralsView } from './views/referralsView.ts';

/** Wires the parts together. Nothing is asked of anybody, and nothing heavy loaded, before the view is opened. */
export function activate(context: vscode.ExtensionContext): void {
	const log = vscode.window.createOutputChannel('Partner Referrals', { log: true });
	const auth = new Auth(context.globalState);
	const browsing = new Browsing(() => connect(auth, log));
	const view = new ReferralsView(browsing);
	const details = new DetailsView(context.extensionUri);
	const startOver = () => {
		details.close();
		browsing.reset();
	};
	context.subscriptions.push(
		log,
		auth,
		browsing,
		view,
		details,
		auth.onDidChange(startOver),
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration('partnerReferrals')) startOver();
		}),
		registerCommands({ auth, browsing, view, details, log }),
	);
}
