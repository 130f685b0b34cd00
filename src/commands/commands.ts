import * as vscode from 'vscode';
import type { Auth, SignInWishes } from '../account/auth.ts';
import { chooseSource } from '../account/settings.ts';
import { diagnostics } from '../editor/diagnostics.ts';
import { failureText, type WayOut } from '../editor/failureText.ts';
import type { Journal } from '../editor/journal.ts';
import { openGuide } from '../editor/openGuide.ts';
import type { Listing } from '../listing/listing.ts';
import { queries } from '../query/editor/savedQueries.ts';
import { everything, type Query } from '../query/query.ts';
import type { ReferralsView } from '../tree/referralsView.ts';
import { listingOf, type ProblemRow, type Row } from '../tree/row.ts';
import { curlCommand, linkTo, odataUrl } from './copying.ts';
import { type ReferralStage, referralCommands } from './referralCommands.ts';

/** What the commands act on. */
export interface Stage extends ReferralStage {
	readonly extension: vscode.Extension<unknown>;
	readonly auth: Auth;
	readonly journal: Journal;
}

type Command = (row?: Row) => unknown;

/** What each command does, by its name without the part before the dot. */
export function commandsOn(stage: Stage): Readonly<Record<string, Command>> {
	const { extension, auth, browsing, view, journal } = stage;
	const copyOf = async (form: (query: Query) => string) =>
		vscode.env.clipboard.writeText(form(await browsing.recall()));
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
		changeFilter: () => filter(stage),
		switchQuery: () => switchQuery(stage),
		clearFilter: () => view.search(everything),
		loadMore: (row) => loading(stage, rowOr(row), (listing) => view.loadMore(listing)),
		loadAll: (row) => loading(stage, rowOr(row), (listing) => loadAll([listing], view)),
		loadEverything: (row) => loadEverything(stage, row),
		export: (row) => exportFrom(stage, row),
		copyLink: () => copyOf(linkTo),
		copyOdataUrl: () => copyOf(odataUrl),
		copyCurl: () => copyOf(curlCommand),
		copyProblem: (row) => row?.kind === 'problem' && vscode.env.clipboard.writeText(problemText(row)),
		copyDiagnostics: () => vscode.env.clipboard.writeText(diagnostics(extension, journal)),
		showLog: () => journal.show(),
		...referralCommands(stage),
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
	const { buildQuery } = await import('../query/editor/builder.ts');
	const query = await buildQuery(await browsing.recall(), queries);
	if (query) await view.search(query);
}

async function switchQuery({ view }: Stage): Promise<void> {
	const { pickSavedQuery } = await import('../query/editor/pickSaved.ts');
	const query = await pickSavedQuery(queries);
	if (query) await view.search(query);
}

async function loading(
	{ browsing }: Stage,
	row: Row | undefined,
	load: (listing: Listing) => Promise<unknown>,
): Promise<void> {
	const listing = row && browsing.explorer && listingOf(row, browsing.explorer);
	if (listing) await load(listing);
	else
		await vscode.window.showInformationMessage('Select a group or a referral in the Referrals view first.');
}

async function exportFrom(stage: Stage, row: Row | undefined): Promise<void> {
	const { exportReferrals } = await import('../export/editor/exportReferrals.ts');
	await exportReferrals(stage, row);
}

/** Of a status, or of the whole query. What fits no known group would take all to be asked for once more. */
async function loadEverything({ browsing, view }: Stage, row: Row | undefined): Promise<void> {
	const explorer = await browsing.opened();
	const groups = explorer.pairs.filter(({ status }) => row?.kind !== 'status' || row.status === status);
	await loadAll(
		groups.map((group) => explorer.listing(group)),
		view,
	);
}

async function loadAll(listings: readonly Listing[], view: ReferralsView): Promise<void> {
	const complete = await view.loadAll(listings);
	const failure = listings.find((listing) => listing.failure)?.failure;
	if (complete || !failure) return;
	const goOn = 'Go On';
	const message = `Not everything could be loaded. ${failureText(failure).sentence} What has come is kept.`;
	if ((await vscode.window.showWarningMessage(message, goOn)) === goOn) await loadAll(listings, view);
}

function problemText({ failure }: ProblemRow): string {
	const { sentence, facts } = failureText(failure);
	return [sentence, ...facts].join('\n');
}
