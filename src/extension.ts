import * as vscode from 'vscode';
import { Agreement } from './account/agreement/agreement.ts';
import { Choosing } from './account/arranging/choosing.ts';
import { Auth } from './account/auth.ts';
import { lookDaily } from './account/daily/lookDaily.ts';
import { Presentation } from './account/presentation/presentation.ts';
import { concernsConnection, readLoadingSettings } from './account/settings.ts';
import { FocusedReferral } from './commands/focusedReferral.ts';
import { handleLinks } from './commands/links.ts';
import { registerCommands } from './commands/registerCommands.ts';
import type { Stage } from './commands/stage.ts';
import { ReferralDocuments } from './details/editor/documents.ts';
import { DetailsView } from './details/editor/view.ts';
import { Journal } from './editor/journal.ts';
import { followLanguage } from './editor/language.ts';
import { maskedBy } from './editor/maskNow.ts';
import { restoringPanels } from './editor/panel/pageKind.ts';
import { Browsing } from './listing/browsing.ts';
import { Sessions } from './listing/sessions.ts';
import { Changes } from './listing/since/changes.ts';
import { ActiveQuery } from './query/activeQuery.ts';
import { LastQuery } from './query/editor/lastQuery.ts';
import { AutoRefresh } from './tree/fresh/autoRefresh.ts';
import { ReferralsView } from './tree/referralsView.ts';

/** Writes what has to be written before the window closes. */
let end: (() => Promise<void>) | undefined;

/**
 * Wires the rooms together. Nothing is asked of anybody, and nothing heavy loaded, before the view is opened, unless the user wants
 * a daily look.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
	// Before anything can be shown. In English, which is what it would be without.
	await followLanguage().catch(() => {});
	const channel = vscode.window.createOutputChannel('Partner Referrals', { log: true });
	const journal = new Journal(channel);
	const pauses = new vscode.EventEmitter<number>();
	const auth = new Auth(context.globalState);
	const agreement = new Agreement(context.globalState);
	const presentation = new Presentation();
	const sessions = new Sessions(async () => {
		await choice.open();
		const { connect } = await import('./account/connect.ts');
		return connect(auth, agreement, journal, (until) => pauses.fire(until));
	}, presentation);
	const choice = new Choosing(
		async () => {
			const { ArrangingChoice } = await import('./account/arranging/choice.ts');
			return new ArrangingChoice(context.workspaceState, context.globalState, sessions);
		},
		() => browsing.exploration?.rearrange(),
	);
	// Before anybody shows what is there, so that nothing of a session is shown that has ended.
	const changes = new Changes(sessions, async () =>
		(await import('./commands/seeing.ts')).seeing(stage, context),
	);
	const query = new ActiveQuery(new LastQuery(context.workspaceState));
	const browsing = new Browsing(sessions, query, Date.now, () => choice.now?.value);
	const around = { browsing, settings: readLoadingSettings, onDidPause: pauses.event };
	const fresh = new AutoRefresh(around);
	const badge = () => choice.now?.settings.badge;
	const view = new ReferralsView({ ...around, changes, opened: () => agreement.mayAsk(), fresh, badge });
	const documents = new ReferralDocuments(browsing);
	const details = new DetailsView(context.extensionUri, browsing, documents);
	const focus = new FocusedReferral(view, details, documents);
	const stage: Stage = {
		...{ extension: context.extension, memory: context.workspaceState, auth, agreement, presentation },
		...{ browsing, changes, choice, fresh, view, details, documents, focus, journal },
	};
	end = () => changes.end();
	context.subscriptions.push(
		...[channel, pauses, auth, presentation, browsing, sessions, choice],
		...[fresh, view, details, documents, focus],
		...[followLooks(stage), followSignIn(stage), registerCommands(stage), handleLinks(stage)],
	);
	void lookDaily(stage, context);
}

/** What the user looks at is selected, and all that is shown is masked at once, or no longer. */
function followLooks(stage: Stage): vscode.Disposable {
	const { presentation, browsing, view, details, documents } = stage;
	maskedBy(() => browsing.sessions.mask);
	return vscode.Disposable.from(
		details.onDidFocus((id) => view.revealReferral(id)),
		restoringPanels('partnerReferrals.pipeline', {
			read: () => stage,
			restore: async (panel) => (await import('./commands/pipelinePage.ts')).pipelineOn(stage).restore(panel),
		}),
		presentation.onDidChange(() => {
			for (const place of [browsing, details.pages, documents]) place?.showAnew();
		}),
	);
}

/** Whoever is signed in now, or whatever the settings name now, nothing of before is shown any more. */
function followSignIn({ auth, browsing, details, documents, fresh }: Stage): vscode.Disposable {
	const startOver = () => {
		browsing.sessions.end();
		details.startOver();
		void documents.close();
	};
	return vscode.Disposable.from(
		auth.onDidChange(startOver),
		auth.onDidRenew(() => {
			details.pages?.signedInAgain();
			fresh.resume();
			return browsing.signedInAgain();
		}),
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (concernsConnection(event)) startOver();
		}),
	);
}

/** The editor waits for it some seconds. */
export function deactivate(): Promise<void> | undefined {
	return end?.();
}
