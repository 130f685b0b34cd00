import * as vscode from 'vscode';
import { asPlain } from '../../text/asPlain.ts';
import type { Asking } from './agreement.ts';

/** Asks in this window, once the user is at it, so that of several windows one asks. */
export const askInWindow: Asking = {
	inSight: async () => {
		if (vscode.window.state.focused) return;
		const { promise, resolve } = Promise.withResolvers<void>();
		const listener = vscode.window.onDidChangeWindowState(({ focused }) => focused && resolve());
		await promise;
		listener.dispose();
	},
	ask: async (origin) => {
		const question = vscode.l10n.t('Send your sign-in to {0}?', origin);
		const detail = vscode.l10n.t(
			'The setting "endpoint" names this address instead of Microsoft\'s. Whoever runs it can read your referrals as you can. Agree only if you know it; your answer is kept on this computer.',
		);
		const agree = vscode.l10n.t('Agree');
		const options = { modal: true, detail };
		return (await vscode.window.showWarningMessage(asPlain(question), options, agree)) === agree;
	},
};
