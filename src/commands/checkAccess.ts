import * as vscode from 'vscode';
import { cancellableProgress } from '../editor/cancellableProgress.ts';
import { showText } from '../editor/showText.ts';
import type { Session } from '../listing/session.ts';
import { learnDialect } from '../partner/dialect.ts';
import { unlessAborted } from '../partner/unlessAborted.ts';
import {
	accountFindings,
	dialectFindings,
	type Finding,
	failureFindings,
	networkFindings,
	settingsFindings,
	signInFindings,
	tokenFindings,
	tokenInSilence,
} from './accessFindings.ts';
import type { Stage } from './stage.ts';

/** What finding out needs of whoever waits for it. */
interface Course {
	readonly signal: AbortSignal;
	readonly tell: (step: string) => void;
}

/** Finds out, step by step, whether and why not referrals can be read, and shows a report that holds no customer data. */
export async function checkAccess(stage: Stage): Promise<void> {
	const title = vscode.l10n.t('Checking access to Partner Center');
	const findings = await cancellableProgress(title, async (signal, tell) => {
		const found = await findOut(stage, { signal, tell });
		return signal.aborted ? undefined : found;
	});
	if (findings) await show(reportText(findings));
}

async function findOut(stage: Stage, course: Course): Promise<readonly Finding[]> {
	const found = [...settingsFindings(), ...networkFindings()];
	course.tell(vscode.l10n.t('Account and token'));
	const access = await tokenIn(stage, course);
	found.push(...access.findings);
	if (!access.hasToken || course.signal.aborted) return found;
	return [...found, ...(await serviceFindings(stage, course))];
}

async function tokenIn(
	{ auth }: Stage,
	{ signal }: Course,
): Promise<{ findings: readonly Finding[]; hasToken: boolean }> {
	const findings: Finding[] = [...signInFindings(auth.lastSignIn)];
	try {
		const identity = await unlessAborted(auth.current(), signal);
		if (!identity)
			return {
				findings: [...findings, [tokenInSilence(), vscode.l10n.t('no: choose Sign In first')]],
				hasToken: false,
			};
		findings.push(...accountFindings(identity));
		findings.push(...tokenFindings(await unlessAborted(auth.tokenFor(identity)(), signal)));
		return { findings, hasToken: true };
	} catch (error) {
		return { findings: [...findings, ...failureFindings(tokenInSilence(), error)], hasToken: false };
	}
}

/** Nothing once it is cancelled. @throws {SessionEnded} when somebody else is signed in meanwhile, or nobody */
async function serviceFindings({ browsing }: Stage, course: Course): Promise<readonly Finding[]> {
	const about = vscode.l10n.t('One list request');
	let session: Session | undefined;
	try {
		session = await browsing.sessions.opened();
		return await sessionFindings(session, about, course);
	} catch (error) {
		if (course.signal.aborted) return [];
		session?.signal.throwIfAborted();
		return failureFindings(about, error);
	}
}

async function sessionFindings(session: Session, about: string, course: Course): Promise<readonly Finding[]> {
	if (session.source === 'sample')
		return [[about, vscode.l10n.t('not sent: the sample is explored; leave it first')]];
	course.tell(about);
	const { referrals } = await session.client.probe({ top: 1 }, course.signal);
	const roles: Finding = [
		vscode.l10n.t('Roles'),
		referrals.length > 0
			? vscode.l10n.t('this account can read referrals')
			: vscode.l10n.t(
					'the list is empty: there are no referrals, or the account has no role that shows them',
				),
	];
	return [[about, vscode.l10n.t('succeeded')], roles, ...(await learn(session, course))];
}

async function learn(session: Session, { signal, tell }: Course): Promise<readonly Finding[]> {
	const ask = (options: Parameters<Session['client']['probe']>[0]) => session.client.probe(options, signal);
	const dialect = await learnDialect(ask, (operator) => tell(vscode.l10n.t('Filter operator {0}', operator)));
	session.signal.throwIfAborted();
	session.learn(dialect);
	return dialectFindings(dialect);
}

function reportText(findings: readonly Finding[]): string {
	const lines = findings.map(([about, found]) => (about ? `${about}: ${found}` : `  ${found}`));
	return [vscode.l10n.t('Access to Partner Center, {0}', new Date().toISOString()), '', ...lines, ''].join(
		'\n',
	);
}

async function show(text: string): Promise<void> {
	await showText(vscode.l10n.t('Access report.txt'), text);
	const copy = vscode.l10n.t('Copy Report');
	const chosen = await vscode.window.showInformationMessage(
		vscode.l10n.t('The report holds no customer data.'),
		copy,
	);
	if (chosen === copy) await vscode.env.clipboard.writeText(text);
}
