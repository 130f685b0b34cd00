import * as vscode from 'vscode';
import type { LoadingSettings } from '../tree/referralsView.ts';

/** The user's settings, as plain values; what each means stands in the manifest. */
export interface Settings {
	readonly source: 'partnerCenter' | 'sample';
	readonly endpoint: string;
	readonly clientId: string;
	readonly tenantId: string;
	readonly scopes: readonly string[];
}

/** Reads the settings as they are now; a workspace has no say in any of them (scope "application"). */
export function readSettings(): Settings {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	return {
		source: settings.get<string>('source') === 'sample' ? 'sample' : 'partnerCenter',
		endpoint: settings.get<string>('endpoint', '').trim(),
		clientId: settings.get<string>('clientId', '').trim(),
		tenantId: settings.get<string>('tenantId', '').trim(),
		scopes: settings.get<string[]>('scopes', []),
	};
}

/** Reads what the user allows to be loaded, as it is now. */
export function readLoadingSettings(): LoadingSettings {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	return {
		memoryCeiling: settings.get<number>('memoryCeiling', 512),
		fetchAhead: settings.get<boolean>('fetchAhead', false),
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
