import type * as vscode from 'vscode';
import type { WrittenSettings } from './schema.ts';

/** What says where referrals come from and who signs in, as it was written, whatever type it is of. */
export function writtenConnection(
	settings: vscode.WorkspaceConfiguration,
): Pick<WrittenSettings, 'source' | 'endpoint' | 'clientId' | 'tenantId' | 'scopes'> {
	return {
		source: settings.get('source'),
		endpoint: settings.get('endpoint'),
		clientId: settings.get('clientId'),
		tenantId: settings.get('tenantId'),
		scopes: settings.get('scopes'),
	};
}
