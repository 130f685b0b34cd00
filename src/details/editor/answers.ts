import * as vscode from 'vscode';
import type { FromPage, PageAction } from '../messages.ts';
import type { DetailsPanel } from './panel.ts';

/** Does what a details page asks for. */
export async function answerPage(asked: FromPage, panel: DetailsPanel): Promise<void> {
	if (asked.type === 'openLink') await panel.openLink(asked.opens, asked.text);
	else if (asked.type === 'openRelated') await panel.goToRelated(asked.id, 'open');
	else if (asked.type === 'compareRelated') await panel.goToRelated(asked.id, 'compare');
	else if (asked.type === 'copyText') await panel.copyText(asked.text);
	else await answers[asked.type](panel);
}

const answers = {
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
async function run(command: string, { id }: DetailsPanel): Promise<void> {
	await vscode.commands.executeCommand(`partnerReferrals.${command}`, id);
}
