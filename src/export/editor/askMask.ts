import * as vscode from 'vscode';
import { maskNow } from '../../editor/maskNow.ts';
import type { Mask } from '../../referral/mask/mask.ts';

/** What something is written masked by; without it, it is written as it was sent. */
export interface MaskChoice {
	readonly mask?: Mask;
}

/** Asks whether to write what is shown or what was sent, where that isn't the same; undefined when the user left. */
export async function askMask(title: string): Promise<MaskChoice | undefined> {
	const mask = maskNow();
	if (!mask) return {};
	const items = [
		{
			label: vscode.l10n.t('As it is shown'),
			description: vscode.l10n.t('Customers and people are hidden'),
			choice: { mask },
		},
		{
			label: vscode.l10n.t('As Partner Center sent it'),
			description: vscode.l10n.t('With the names of customers and people'),
			choice: {},
		},
	];
	const placeHolder = vscode.l10n.t('Presentation mode is on: what to write');
	return (await vscode.window.showQuickPick<(typeof items)[number]>(items, { title, placeHolder }))?.choice;
}
