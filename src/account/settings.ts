import * as vscode from 'vscode';
import { PartnerError } from '../partner/error.ts';
import type { LoadingSettings } from '../tree/referralsView.ts';
import { writtenConnection } from './checking/writtenConnection.ts';
import { type Settings, settingsIn } from './plainSettings.ts';

/** Reads the settings as they are now; a workspace has no say in any of them (scope "application"). */
export function readSettings(): Settings {
	const settings = ours();
	return settingsIn(writtenConnection(settings), () => settings.inspect('scopes')?.defaultValue);
}

/** Reads what the user allows to be loaded, as it is now. */
export function readLoadingSettings(): LoadingSettings {
	const settings = ours();
	return {
		memoryCeiling: ceilingIn(settings.get('memoryCeiling')),
		fetchAhead: settings.get<unknown>('fetchAhead') === true,
		loadOnOpen: settings.get<unknown>('loadOnOpen') === true,
		autoRefresh: settings.get<unknown>('autoRefresh') === true,
	};
}

/** Whether what was seen may be kept; with anything but yes it may not. */
export function readRememberSeen(): boolean {
	return ours().get<unknown>('rememberSeen') === true;
}

/** Whether to look once a day without being asked; with anything but yes, it isn't. */
export function readDailyLook(): boolean {
	return ours().get<unknown>('dailyLook') === true;
}

/** Without one, or with none that is a number, it is the usual one; below 1, each page would be asked about. */
function ceilingIn(written: unknown): number {
	return typeof written === 'number' && written >= 1 ? written : 512;
}

/** Chooses where referrals come from, for all windows of the user. @throws {PartnerError} `settingsNotWritten` */
export async function chooseSource(source: Settings['source']): Promise<void> {
	const settings = ours();
	const value = source === 'partnerCenter' ? undefined : source;
	// What is so already needs no file that can be written.
	if (settings.inspect('source')?.globalValue === value) return;
	await settings.update('source', value, vscode.ConfigurationTarget.Global).then(undefined, () => {
		throw new PartnerError('settingsNotWritten');
	});
}

/** Whether a change of settings makes what is being browsed somebody else's; the network's settings don't. */
export function concernsConnection(event: vscode.ConfigurationChangeEvent): boolean {
	const names = ['source', 'endpoint', 'clientId', 'tenantId', 'scopes'];
	return names.some((name) => event.affectsConfiguration(`partnerReferrals.${name}`));
}

function ours(): vscode.WorkspaceConfiguration {
	return vscode.workspace.getConfiguration('partnerReferrals');
}
