import * as vscode from 'vscode';
import type { LoadingSettings } from '../tree/referralsView.ts';
import { type Settings, settingsIn } from './plainSettings.ts';

/** Reads the settings as they are now; a workspace has no say in any of them (scope "application"). */
export function readSettings(): Settings {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	const written = {
		source: settings.get('source'),
		endpoint: settings.get('endpoint'),
		clientId: settings.get('clientId'),
		tenantId: settings.get('tenantId'),
		scopes: settings.get('scopes'),
	};
	return settingsIn(written, () => settings.inspect('scopes')?.defaultValue);
}

/** Reads what the user allows to be loaded, as it is now. */
export function readLoadingSettings(): LoadingSettings {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	const memoryCeiling = settings.get<unknown>('memoryCeiling');
	return {
		memoryCeiling: typeof memoryCeiling === 'number' ? memoryCeiling : 512,
		fetchAhead: settings.get<unknown>('fetchAhead') === true,
	};
}

/** Chooses where referrals come from, for all windows of the user. */
export async function chooseSource(source: Settings['source']): Promise<void> {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	const value = source === 'partnerCenter' ? undefined : source;
	await settings.update('source', value, vscode.ConfigurationTarget.Global);
}

/** Whether a change of settings makes what is being browsed somebody else's; the network's settings don't. */
export function concernsConnection(event: vscode.ConfigurationChangeEvent): boolean {
	const names = ['source', 'endpoint', 'clientId', 'tenantId', 'scopes'];
	return names.some((name) => event.affectsConfiguration(`partnerReferrals.${name}`));
}
