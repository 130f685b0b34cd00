import * as vscode from 'vscode';
import { PartnerError } from '../partner/error.ts';
import type { LoadingSettings } from '../tree/referralsView.ts';
import type { WrittenSettings } from './checking/schema.ts';
import { type Settings, settingsIn } from './plainSettings.ts';

/** All settings as they were written, whatever type they are of. */
export function readWritten(): WrittenSettings {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	return {
		source: settings.get('source'),
		endpoint: settings.get('endpoint'),
		clientId: settings.get('clientId'),
		tenantId: settings.get('tenantId'),
		scopes: settings.get('scopes'),
		network: settings.get('network'),
		// Each of these is the user's or a workspace's, which are read one by one.
		queries: settings.inspect('queries')?.globalValue ?? [],
		memoryCeiling: settings.get('memoryCeiling'),
		fetchAhead: settings.get('fetchAhead'),
		csvSeparator: settings.get('csvSeparator'),
		csvProtectDigits: settings.get('csvProtectDigits'),
	};
}

/** Reads the settings as they are now; a workspace has no say in any of them (scope "application"). */
export function readSettings(): Settings {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	return settingsIn(readWritten(), () => settings.inspect('scopes')?.defaultValue);
}

/** Reads what the user allows to be loaded, as it is now. */
export function readLoadingSettings(): LoadingSettings {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	return {
		memoryCeiling: ceilingIn(settings.get('memoryCeiling')),
		fetchAhead: settings.get<unknown>('fetchAhead') === true,
	};
}

/** Without one, or with none that is a number, it is the usual one; below 1, each page would be asked about. */
function ceilingIn(written: unknown): number {
	return typeof written === 'number' && written >= 1 ? written : 512;
}

/** Chooses where referrals come from, for all windows of the user. @throws {PartnerError} `settingsNotWritten` */
export async function chooseSource(source: Settings['source']): Promise<void> {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
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
