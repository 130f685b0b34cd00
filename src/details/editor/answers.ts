import * as vscode from 'vscode';
import { type PageAction, readFromPage } from '../messages.ts';
import type { DetailsPanel } from './panel.ts';

/** Does what a details page asks for; what is none of its messages is passed over. */
export async function answerPage(message: unknown, panel: DetailsPanel): Promise<void> {
	const asked = readFromPage(message);
	if (!asked) return;
	if (asked.type === 'openLink') await panel.openLink(asked.opens, asked.text);
	else if (asked.type === 'openRelated') panel.openRelated(asked.id);
	else await answers[asked.type](panel);
}

const answers = {
	ready: (panel) => panel.ready(),
	focus: (panel) => panel.focused(),
	refresh: (panel) => panel.refresh(),
	previous: (panel) => panel.step('previous'),
	next: (panel) => panel.step('next'),
	pin: (panel) => panel.togglePin(),
	related: (panel) => panel.askRelated(),
	resolve: (panel) => panel.resolve(),
	showRelated: (panel) => run('showRelated', panel),
	copy: (panel) => run('copyReferral', panel),
	openJson: (panel) => run('openJson', panel),
	compareWith: (panel) => run('compareWith', panel),
} as const satisfies Record<PageAction, (panel: DetailsPanel) => unknown>;

/** Runs a command on the referral of a page, which need not be the one that the user was at before. */
async function run(command: string, { received }: DetailsPanel): Promise<void> {
	if (received)
		await vscode.commands.executeCommand(`partnerReferrals.${command}`, { kind: 'referral', received });
}
