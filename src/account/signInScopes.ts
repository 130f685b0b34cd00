import type { Settings } from './settings.ts';

/** The scopes to sign in with; the editor takes the ids of one's own app registration as scopes, too. */
export function signInScopes({ scopes, clientId, tenantId }: Settings): string[] {
	return [
		...scopes,
		...(clientId ? [`VSCODE_CLIENT_ID:${clientId}`] : []),
		...(tenantId ? [`VSCODE_TENANT:${tenantId}`] : []),
	];
}
