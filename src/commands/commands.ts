import * as vscode from 'vscode';
import { readWritten } from '../account/checking/written.ts';
import { chooseSource } from '../account/settings.ts';
import type { SignInWishes } from '../account/signInWishes.ts';
import { diagnostics } from '../editor/diagnostics.ts';
import { failureText, type WayOut } from '../editor/failureText.ts';
import { type Offer, offersFor } from '../editor/offersFor.ts';
import { openGuide } from '../editor/openGuide.ts';
import { settingsAt } from '../editor/settingsAt.ts';
import { failuresIn, retryFailed } from '../listing/failures.ts';
import type { Feed } from '../listing/feed.ts';
import type { PartnerError } from '../partner/error.ts';
import { asCommand } from '../query/asCommand.ts';
import { queries } from '../query/editor/savedQueries.ts';
import { everything, type Query } from '../query/query.ts';
import { asPlain } from '../text/asPlain.ts';
import type { Row } from '../tree/row/row.ts';
import { changeCommands } from './changeCommands.ts';
import { linkTo } from './copy/addresses.ts';
import { unlessSecret } from './copy/unlessSecret.ts';
import { dayCommands } from './dayCommands.ts';
import { exportCommands } from './exportCommands.ts';
import { pipelineCommands } from './pipelineCommands.ts';
import { referralCommands } from './referralCommands.ts';
import type { Stage } from './stage.ts';

/**
 * @param given the element of a row, or the id of a referral; nothing where a command was run by its name
 * @param several all that are selected, that one among them, where those are several
 */
export type Command = (given?: string, several?: readonly string[]) => unknown;

/** What each command does, by its name without the part before the dot. */
export function commandsOn(stage: Stage): Readonly<Record<string, Command>> {
	const { extension, auth, view, journal } = stage;
	return {
		signIn: () => signIn(stage),
		switchAccount: () => signIn(stage, { chooseAccount: true }),
		signOut: () => auth.signOut(),
		exploreSample: () => explore('sample'),
		leaveSample: () => explore('partnerCenter'),
		refresh: (given) => refresh(stage, given),
		resumeRefresh: () => stage.fresh.resume(),
		retry: (given) => retry(stage, given),
		resolve: (given) => resolve(stage, given),
		filter: () => filter(stage),
		changeFilter: () => filter(stage),
		switchQuery: () => switchQuery(stage),
		backQuery: () => goBack(stage),
		showSavedQuery: async (given) => (await import('./savedQueryCommands.ts')).showSavedQuery(stage, given),
		hideSavedQuery: async (given) => (await import('./savedQueryCommands.ts')).hideSavedQuery(given),
		showAsRows: async () => (await import('./savedQueryCommands.ts')).showAsRows(),
		clearFilter: () => view.search(everything),
		showMine: async () => (await import('./mine.ts')).showMine(stage),
		leaveMine: async () => (await import('./mine.ts')).leaveMine(stage),
		showColleague: async () => (await import('./mine.ts')).showColleague(stage),
		loadMore: (given) => onFeed(stage, given, (feed, branch) => view.loadMore(branch, feed)),
		loadAll: (given, several = []) =>
			onFeed(stage, given, (feed) => loadAll(stage, [...new Set([feed, ...feedsOf(stage, several)])])),
		loadEverything: (given) => loadEverything(stage, given),
		copyLink: () => copyLink(stage),
		copyOdataUrl: () => copyOdata(stage, (address) => address),
		copyCurl: () => copyOdata(stage, asCommand.curl),
		copyPowerShell: () => copyOdata(stage, asCommand.powerShell),
		copyProblem: (given) => copyProblem(stage, given),
		copyDiagnostics: () => vscode.env.clipboard.writeText(diagnostics(extension, journal)),
		checkAccess: async () => (await import('./checkAccess.ts')).checkAccess(stage),
		showLog: () => journal.show(),
		togglePresentation: async () =>
			(await import('../account/presentation/toggle.ts')).togglePresentation(stage.presentation),
		...{ ...changeCommands(stage), ...dayCommands(stage) },
		...exportCommands(stage),
		...referralCommands(stage),
		...pipelineCommands(stage),
	};
}

async function copyLink({ browsing }: Stage): Promise<void> {
	const copy = (query: Query) => vscode.env.clipboard.writeText(linkTo(query));
	await unlessSecret(await browsing.query.recall(), copy);
}

/** What the active query is asked by. */
async function copyOdata({ browsing }: Stage, form: (address: string) => string): Promise<void> {
	const { copyOdata } = await import('./copy/odata.ts');
	await unlessSecret(await browsing.query.recall(), (query) => copyOdata(query, form));
}

async function signIn({ auth }: Stage, wishes: SignInWishes = {}): Promise<void> {
	const { refuseWrong } = await import('../account/checking/checkSettings.ts');
	refuseWrong(readWritten());
	if (await auth.signIn(wishes)) await explore('partnerCenter');
}

async function explore(source: 'partnerCenter' | 'sample'): Promise<void> {
	await chooseSource(source);
	await vscode.commands.executeCommand('partnerReferrals.explorer.focus');
}

async function refresh({ browsing, view }: Stage, given: string | undefined): Promise<void> {
	const { exploration } = browsing;
	if (!exploration) return browsing.sessions.end();
	const row = view.rowOf(given);
	const { refreshWithProgress } = await import('../tree/refreshWithProgress.ts');
	await refreshWithProgress(exploration, row && exploration.feedsIn(row.branch));
}

/** The failure that a row tells of; without a row of a branch, the one for which there is no session. */
function failureAt({ browsing, view }: Stage, given: string | undefined): PartnerError | undefined {
	const row = view.rowOf(given);
	return row ? browsing.exploration?.feedOf(row.branch)?.failure : browsing.sessions.failure;
}

function resolve(stage: Stage, given: string | undefined): unknown {
	const { exploration } = stage.browsing;
	const failure =
		failureAt(stage, given) ?? stage.details.active?.failure ?? (exploration && failuresIn(exploration)[0]);
	if (!failure) return undefined;
	const actions = {
		retry: () => retry(stage, given),
		agree: () => lookAgain(stage),
		signIn: () => signIn(stage, { challenge: failure.challenge }),
		switchAccount: () => signIn(stage, { chooseAccount: true }),
		openGuide: () => openGuide(stage.extension),
		checkAccess: async () => (await import('./checkAccess.ts')).checkAccess(stage),
		filter: () => filter(stage),
		openSettings: () => vscode.commands.executeCommand('workbench.action.openSettings', settingsAt(failure)),
		openSettingsFile: () => vscode.commands.executeCommand('workbench.action.openSettingsJson'),
	} satisfies Record<WayOut, () => unknown>;
	return actions[failureText(failure).wayOut]();
}

async function retry({ browsing, view }: Stage, given: string | undefined): Promise<void> {
	const row = view.rowOf(given);
	const feed = row && browsing.exploration?.feedOf(row.branch);
	const { exploration } = browsing;
	if (feed) await view.during(feed.retry());
	else if (!exploration) browsing.sessions.end();
	else
		await view.during(
			retryFailed(
				exploration,
				failuresIn(exploration).map(({ kind }) => kind),
			),
		);
}

/** From the beginning, also for pages that wait for it. */
function lookAgain({ browsing, details }: Stage): void {
	browsing.sessions.end();
	details.pages?.signedInAgain();
}

async function copyProblem(stage: Stage, given: string | undefined): Promise<void> {
	const failure = failureAt(stage, given);
	if (!failure) return;
	const { sentence, facts } = failureText(failure);
	await vscode.env.clipboard.writeText([sentence, ...facts].join('\n'));
}

async function filter({ browsing, view }: Stage): Promise<void> {
	const { buildQuery } = await import('../query/editor/builder.ts');
	const query = await buildQuery(await browsing.query.recall(), queries);
	if (query) await view.search(query);
}

/** To the query before. */
async function goBack({ browsing, view }: Stage): Promise<void> {
	const before = browsing.query.history.takeBack();
	if (before) await view.search(before);
	else void vscode.window.showInformationMessage(vscode.l10n.t('There is no query to go back to.'));
}

async function switchQuery({ browsing, view }: Stage): Promise<void> {
	const { pickSavedQuery } = await import('../query/editor/pickSaved.ts');
	const query = await pickSavedQuery(queries, browsing.query.history.recent);
	if (query) await view.search(query);
}

async function onFeed(
	{ browsing, view }: Stage,
	given: string | undefined,
	act: (feed: Feed, branch: string) => Promise<unknown>,
): Promise<void> {
	const row: Row | undefined = view.rowOf(given) ?? view.selection;
	const feed = row && browsing.exploration?.feedOf(row.branch);
	if (row && feed) await act(feed, row.branch);
	else
		await vscode.window.showInformationMessage(
			vscode.l10n.t('Select a group or a referral in the Referrals view first.'),
		);
}

/** Where more comes from for what is around rows. */
function feedsOf({ browsing, view }: Stage, elements: readonly string[]): readonly Feed[] {
	return elements.flatMap((element) => {
		const row = view.rowOf(element);
		return (row && browsing.exploration?.feedOf(row.branch)) ?? [];
	});
}

/** Of a status, or of the whole query. What fits no known pair would take all to be asked for once more. */
async function loadEverything(stage: Stage, given: string | undefined): Promise<void> {
	const exploration = await stage.browsing.opened();
	const row = stage.view.rowOf(given);
	const own = row ? exploration.feedsIn(row.branch) : [];
	const whole = exploration.feedOf('');
	await loadAll(stage, own.length > 0 ? own : whole ? [whole] : exploration.pairFeeds);
}

async function loadAll(stage: Stage, feeds: readonly Feed[]): Promise<void> {
	const complete = await stage.view.loadAll(feeds);
	const failure = feeds.find((feed) => feed.failure)?.failure;
	if (complete || !failure) return;
	const { sentence } = failureText(failure, vscode.env.language);
	const message = vscode.l10n.t('Not everything could be loaded. {0} What has come is kept.', sentence);
	const session = stage.browsing.sessions.current;
	const goOn: Offer = {
		title: vscode.l10n.t('Go On'),
		run: () => {
			session?.signal.throwIfAborted();
			return loadAll(stage, feeds);
		},
	};
	const offers = [...offersFor(failure, stage.extension), goOn];
	await (await vscode.window.showWarningMessage(asPlain(message), ...offers))?.run();
}
