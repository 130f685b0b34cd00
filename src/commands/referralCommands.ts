import * as vscode from 'vscode';
import { referralById } from '../details/editor/referralById.ts';
import type { ListedReferral } from '../listing/arranging/listed.ts';
import type { Session } from '../listing/session.ts';
import { asPlain } from '../text/asPlain.ts';
import type { ReferralsView } from '../tree/referralsView.ts';
import { idIn } from './chosen/idIn.ts';
import { pickedIn } from './chosen/pickedIn.ts';
import type { Command } from './commands.ts';
import type { CopyName } from './copy/form.ts';
import { noEngagement } from './copy/noEngagement.ts';
import { chooseCopy, copyOne } from './copy/one.ts';
import type { Stage } from './stage.ts';
import { type Direction, stepInTree } from './stepping.ts';

/** The commands on one referral: the one of the row or the id that was given, else the focused one. */
export function referralCommands(stage: Stage): Readonly<Record<string, Command>> {
	const { browsing, view, details, documents } = stage;
	const on = (act: (row: ListedReferral, session: Session) => unknown) => (given?: string) =>
		actOn(given, stage, act);
	const copy =
		(name: CopyName): Command =>
		(given, several) =>
			copyChosen(stage, name, several ?? (given ? [given] : undefined));
	return {
		openReferral: (given) => openReferral(stage, given),
		// The same by another name, for where a row is given, and nobody is asked where to go.
		openRow: (given) => openReferral(stage, given),
		openJson: on(({ referral }) => documents.open(referral.id)),
		openToSide: (given) => openToSide(stage, given),
		compareWith: (given, several) => compare(stage, given, several),
		// The same by another name, for where two are selected, and nobody is asked for the other one.
		compareSelected: (given, several) => compare(stage, given, several),
		showRelated: on((row) => showRelated(row, view)),
		openInPortal: on(async (row, session) => (await import('./portal/open.ts')).openInPortal(row, session)),
		refreshReferral: () => details.active?.refresh(),
		previousReferral: (given) => step(stage, 'previous', given),
		nextReferral: (given) => step(stage, 'next', given),
		pinReferral: () => details.active?.togglePin(),
		copyReferral: on((row, session) => chooseCopy(row, { session, browsing })),
		copyTable: copy('table'),
		copyId: copy('id'),
		copyEngagementId: copy('engagementId'),
		copyReferralLink: copy('link'),
		copyJson: copy('json'),
		copyBrief: copy('brief'),
	};
}

async function actOn(
	given: string | undefined,
	{ browsing, focus }: Stage,
	act: (row: ListedReferral, session: Session) => unknown,
): Promise<void> {
	const id = idIn(given) ?? focus.id;
	if (id === undefined) return selectFirst();
	const session = await browsing.sessions.opened();
	const row = await referralById(session, id);
	session.signal.throwIfAborted();
	if (row) await act(row, session);
}

/** Nobody waits until it is read. */
function selectFirst(): void {
	void vscode.window.showInformationMessage(vscode.l10n.t('Select a referral in the Referrals view first.'));
}

async function openReferral(stage: Stage, given: string | undefined): Promise<void> {
	const { browsing, view, details } = stage;
	const id = idIn(given);
	if (id !== undefined) return details.show(id);
	const session = await browsing.sessions.opened();
	const { promptForReferral } = await import('./referralPrompt.ts');
	const way = await promptForReferral(session, {
		title: vscode.l10n.t('Go to Referral'),
		engagements: true,
	});
	if (way && 'query' in way) return view.search(way.query);
	if (way?.id !== undefined) await details.show(way.id);
}

/** From a row of the tree, where the key was pressed there; else from the page. */
async function step(stage: Stage, to: Direction, given: string | undefined): Promise<void> {
	const row = stage.view.rowOf(given);
	await (row ? stepInTree(stage, row, to) : stage.details.active?.step(to));
}

async function openToSide(stage: Stage, given: string | undefined): Promise<void> {
	const id = idIn(given) ?? stage.focus.id;
	if (id === undefined) selectFirst();
	else await stage.details.show(id, { aside: true });
}

async function copyChosen(
	stage: Stage,
	name: CopyName,
	given: readonly string[] = stage.focus.elements,
): Promise<void> {
	const { browsing } = stage;
	const [first] = given;
	if (given.length < 2 && (first === undefined || idIn(first) !== undefined))
		return actOn(first, stage, (row, session) => copyOne(row, name, { session, browsing }));
	const exploration = await browsing.opened();
	const { copySeveral } = await import('./copy/several.ts');
	await copySeveral(exploration, pickedIn(given, exploration.grouping.name), name);
}

/** Two that are selected; else one with another that the user is asked for. */
async function compare(
	stage: Stage,
	given: string | undefined,
	several: readonly string[] = given === undefined ? stage.focus.elements : [given],
): Promise<void> {
	const [one, other, ...more] = pickedIn(several, undefined).ids;
	if (several.length < 2) return actOn(given, stage, (row) => compareWith(row, stage));
	if (one !== undefined && other !== undefined && more.length === 0)
		return stage.documents.compare(one, other);
	const message = vscode.l10n.t('Select exactly two referrals to compare them.');
	await vscode.window.showInformationMessage(asPlain(message));
}

async function compareWith(
	row: ListedReferral,
	{ browsing, documents }: Pick<Stage, 'browsing' | 'documents'>,
): Promise<void> {
	const session = await browsing.sessions.opened();
	const { promptForReferral } = await import('./referralPrompt.ts');
	const way = await promptForReferral(session, {
		title: vscode.l10n.t('Compare with'),
		engagements: false,
		beside: row,
	});
	if (way && 'id' in way && way.id !== undefined) await documents.compare(row.referral.id, way.id);
}

async function showRelated(
	{ referral: { engagementId } }: ListedReferral,
	view: ReferralsView,
): Promise<void> {
	const { engagementQuery } = await import('../query/engagementQuery.ts');
	const query = engagementQuery(engagementId);
	if (query) await view.search(query);
	else await vscode.window.showInformationMessage(asPlain(noEngagement()));
}
