import * as vscode from 'vscode';
import type { DetailsView } from '../details/editor/view.ts';
import type { Journal } from '../editor/journal.ts';
import { telling } from '../editor/tell.ts';
import type { Browsing } from '../tree/browsing.ts';
import type { ReferralsView } from '../tree/referralsView.ts';

interface Stage {
	readonly extension: vscode.Extension<unknown>;
	readonly journal: Journal;
	readonly browsing: Browsing;
	readonly view: ReferralsView;
	readonly details: DetailsView;
}

/** Handles links to queries and referrals. They come from outside, so that nothing runs before the user agrees. */
export function handleLinks(stage: Stage): vscode.Disposable {
	return vscode.window.registerUriHandler({
		handleUri: (uri) => telling(() => open(uri, stage), stage),
	});
}

async function open({ path, query }: vscode.Uri, stage: Stage): Promise<void> {
	if (path === '/query') return openQuery(query, stage);
	const [, id] = /^\/referral\/([\w-]{1,100})$/.exec(path) ?? [];
	if (id && !query) return openReferral(id, stage);
	await vscode.window.showErrorMessage(
		'This link leads nowhere: one to a referral looks like …/referral/c5fbb3b6-be74-4795-9fb5-4324c73fed37.',
	);
}

async function openQuery(parameters: string, { view }: Stage): Promise<void> {
	const [{ readQueryLink }, { queryText }] = await Promise.all([
		import('../query/link.ts'),
		import('../query/text.ts'),
	]);
	const read = readQueryLink(parameters);
	if ('refusal' in read) {
		await vscode.window.showErrorMessage(`This link cannot be opened. ${read.refusal}`);
		return;
	}
	const text = queryText(read.query, vscode.env.language) || 'everything';
	if (await agrees(`A link wants to show referrals: ${text}.`)) await view.search(read.query);
}

async function openReferral(id: string, { browsing, details }: Stage): Promise<void> {
	if (!(await agrees(`A link wants to open the referral ${id}.`))) return;
	const explorer = await browsing.open();
	if (!explorer) {
		await vscode.window.showInformationMessage('Sign in to Partner Center first, then open the link again.');
		return;
	}
	const { referralById } = await import('./referralById.ts');
	const received = await referralById(explorer, id);
	if (received) await details.show(received);
}

async function agrees(question: string): Promise<boolean> {
	const detail = 'Links come from outside. Nothing is asked of Partner Center unless you agree.';
	const show = 'Show';
	return (await vscode.window.showInformationMessage(question, { modal: true, detail }, show)) === show;
}
