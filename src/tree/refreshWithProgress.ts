import * as vscode from 'vscode';
import { cancellableProgress } from '../editor/cancellableProgress.ts';
import type { Exploration } from '../listing/exploration.ts';
import type { Depth, Feed } from '../listing/feed.ts';
import { asPlain } from '../text/asPlain.ts';

/** More pages than this aren't asked for again without asking the user. */
const mostUnasked = 20;

/** Before that, the progress in the view says enough; in milliseconds. */
const soon = 500;

/**
 * Reads again what has come, with progress that can be cancelled; asks first when that would be many pages.
 * @param some the feeds to read again, where it isn't all of them
 */
export async function refreshWithProgress(exploration: Exploration, some?: readonly Feed[]): Promise<void> {
	const { refreshing } = exploration;
	const pages = (some ?? refreshing.feeds).reduce((all, feed) => all + Math.max(1, feed.pages), 0);
	const depth = refreshing.busy ? 'shown' : await depthFor(pages);
	if (!depth || exploration.signal.aborted) return;
	const stop = new AbortController();
	let report: (message: string) => void = () => {};
	const progressed = (done: number, all: number) => report(vscode.l10n.t('{0} of {1} groups', done, all));
	const wishes = { depth, stop: stop.signal, progressed };
	const done = some ? refreshing.runOn(some, wishes) : refreshing.run(wishes);
	const patience = setTimeout(() => {
		report = offerToCancel(done, stop);
	}, soon);
	await vscode.window.withProgress({ location: { viewId: 'partnerReferrals.explorer' } }, () => done);
	clearTimeout(patience);
}

/** @returns what shows how far it is */
function offerToCancel(done: Promise<unknown>, stop: AbortController): (message: string) => void {
	let report: (message: string) => void = () => {};
	void cancellableProgress(vscode.l10n.t('Refreshing referrals'), (cancelled, tell) => {
		report = tell;
		cancelled.addEventListener('abort', () => stop.abort());
		return done;
	});
	return (message) => report(message);
}

interface Answer extends vscode.MessageItem {
	readonly depth: Depth;
}

async function depthFor(pages: number): Promise<Depth | undefined> {
	if (pages <= mostUnasked) return 'shown';
	const shown: Answer = { title: vscode.l10n.t('Refresh what is shown'), depth: 'shown' };
	const first: Answer = { title: vscode.l10n.t('Only first pages'), depth: 'first' };
	const question = vscode.l10n.t(
		'Refreshing what is shown takes {0} requests.',
		pages.toLocaleString(vscode.env.language),
	);
	const detail = vscode.l10n.t(
		'The first pages of each group show what is new; the other rows stay as they are.',
	);
	const chosen = await vscode.window.showInformationMessage(
		asPlain(question),
		{ modal: true, detail },
		shown,
		first,
	);
	return chosen?.depth;
}
