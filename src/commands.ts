import * as vscode from 'vscode';
import type { Auth, SignInWishes } from './auth.ts';
import { diagnostics } from './diagnostics.ts';
import type { Journal } from './journal.ts';
import { openGuide } from './openGuide.ts';
import { asPartnerError, PartnerError } from './partner/partnerError.ts';
import type { Received } from './partner/referral.ts';
import { everything } from './referrals/query.ts';
import { chooseSource } from './settings.ts';
import type { Browsing } from './views/browsing.ts';
import type { DetailsView } from './views/detailsView.ts';
import { failureText, type WayOut, waysOut } from './views/failureText.ts';
import { promptForReferral } from './views/referralPrompt.ts';
import type { ReferralsView } from './views/referralsView.ts';
import { listingOf, type ProblemRow, type Row } from './views/row.ts';

/** What the commands act on. */
export interface Stage {
	readonly extension: vscode.Extension<unknown>;
	readonly auth: Auth;
	readonly browsing: Browsing;
	readonly view: ReferralsView;
	readonly details: DetailsView;
	readonly journal: Journal;
}

type Command = (row?: Row) => unknown;

/** Registers every command of the manifest; a failure of any is told in one sentence. */
export function registerCommands(stage: Stage): vscode.Disposable {
	const registrations = Object.entries(commandsOn(stage)).map(([name, run]) =>
		vscode.commands.registerCommand(`partnerReferrals.${name}`, async (row?: Row) => {
			try {
				await run(row);
			} catch (error) {
				await tell(error, stage);
			}
		}),
	);
	return vscode.Disposable.from(...registrations);
}

function commandsOn(stage: Stage): Readonly<Record<string, Command>> {
	const { extension, auth, view, details, journal } = stage;
	const rowOr = (row: Row | undefined) => row ?? view.selection;
	return {
		signIn: () => signIn(stage),
		switchAccount: () => signIn(stage, { chooseAccount: true }),
		signOut: () => auth.signOut(),
		exploreSample: () => explore('sample'),
		leaveSample: () => explore('partnerCenter'),
		refresh: (row) => refresh(stage, row),
		retry: (row) => row?.kind === 'problem' && retry(row, stage),
		resolve: (row) => row?.kind === 'problem' && resolve(row, stage),
		filter: () => filter(stage),
		clearFilter: () => view.search(everything),
		loadMore: (row) => loadMore(stage, rowOr(row)),
		openReferral: (row) => openReferral(stage, row),
		copyId: (row) => copyId(details.focused, rowOr(row)),
		copyProblem: (row) => row?.kind === 'problem' && vscode.env.clipboard.writeText(problemText(row)),
		copyDiagnostics: () => vscode.env.clipboard.writeText(diagnostics(extension, journal)),
		showLog: () => journal.show(),
	};
}

async function signIn({ auth }: Stage, wishes: SignInWishes = {}): Promise<void> {
	if (await auth.signIn(wishes)) await explore('partnerCenter');
}

async function explore(source: 'partnerCenter' | 'sample'): Promise<void> {
	await chooseSource(source);
	await vscode.commands.executeCommand('partnerReferrals.explorer.focus');
}

async function refresh({ browsing, view }: Stage, row: Row | undefined): Promise<void> {
	const { explorer } = browsing;
	if (!explorer) return browsing.reset();
	const listing = row && listingOf(row, explorer);
	await view.during(listing ? listing.refresh() : explorer.refresh());
}

function resolve(row: ProblemRow, stage: Stage): unknown {
	const actions = {
		retry: () => retry(row, stage),
		signIn: () => signIn(stage, { challenge: row.failure.challenge }),
		switchAccount: () => signIn(stage, { chooseAccount: true }),
		openGuide: () => openGuide(stage.extension),
		filter: () => filter(stage),
		openSettings: () =>
			vscode.commands.executeCommand(
				'workbench.action.openSettings',
				'@ext:partner-referrals.partner-referrals',
			),
	} satisfies Record<WayOut, () => unknown>;
	return actions[failureText(row.failure).wayOut]();
}

async function retry(row: ProblemRow, { browsing, view }: Stage): Promise<void> {
	const listing = browsing.explorer && listingOf(row, browsing.explorer);
	if (listing) await view.during(listing.retry());
	else browsing.reset();
}

async function filter({ browsing, view }: Stage): Promise<void> {
	const { promptForQuery } = await import('./views/filterPrompt.ts');
	const query = await promptForQuery(browsing.query);
	if (query) await view.search(query);
}

async function loadMore({ browsing, view }: Stage, row: Row | undefined): Promise<void> {
	const listing = row && browsing.explorer && listingOf(row, browsing.explorer);
	if (listing) return view.loadMore(listing);
	await vscode.window.showInformationMessage('Select a group or a referral in the Referrals view first.');
}

async function openReferral({ browsing, details }: Stage, row: Row | undefined): Promise<void> {
	const explorer = await browsing.open();
	if (!explorer) throw browsing.failure ?? new PartnerError('signedOut');
	const received = row?.kind === 'referral' ? row.received : await promptForReferral(explorer);
	if (received) await details.show({ received, explorer });
}

async function copyId(focused: Received | undefined, row: Row | undefined): Promise<void> {
	const received = row?.kind === 'referral' ? row.received : focused;
	if (received) await vscode.env.clipboard.writeText(received.referral.id);
	else await vscode.window.showInformationMessage('Select a referral in the Referrals view first.');
}

function problemText({ failure }: ProblemRow): string {
	const { sentence, facts } = failureText(failure);
	return [sentence, ...facts].join('\n');
}

async function tell(error: unknown, { extension, journal }: Stage): Promise<void> {
	const failure = asPartnerError(error);
	if (failure.kind === 'defect') journal.defect(error);
	const { sentence, wayOut } = failureText(failure);
	const showLog = { title: 'Show Log', run: () => journal.show() };
	const guide = { title: waysOut.openGuide, run: () => openGuide(extension) };
	const offers = wayOut === 'openGuide' ? [guide, showLog] : [showLog];
	await (await vscode.window.showErrorMessage(sentence, ...offers))?.run();
}
