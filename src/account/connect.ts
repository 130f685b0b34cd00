import { setTimeout as after } from 'node:timers/promises';
import type { Journal } from '../editor/journal.ts';
import type { Connection } from '../tree/connection.ts';
import type { Auth } from './auth.ts';
import { readNetworkSettings } from './networkSettings.ts';
import { readSettings } from './settings.ts';

/**
 * Connects to what the settings name. The code for it is loaded only now, and nothing is requested yet.
 * @param paused hears until when the service asks us to wait
 * @returns undefined when the user has to sign in first
 * @throws {PartnerError} `endpointRefused`, `signInFailed`
 */
export async function connect(
	auth: Auth,
	{ write }: Journal,
	paused: (until: number) => void,
): Promise<Connection | undefined> {
	const { source, endpoint } = readSettings();
	if (source === 'sample') {
		const { openSample } = await import('../sample/openSample.ts');
		return { source, client: openSample(write), close: async () => {} };
	}
	const session = await auth.session();
	if (!session) return undefined;
	const { openPartnerCenter } = await import('../partner/network/openPartnerCenter.ts');
	const wait = (milliseconds: number, signal: AbortSignal) => after(milliseconds, undefined, { signal });
	// The editor's own fetch, as the editor has put it there.
	const network = { settings: readNetworkSettings, fetch: globalThis.fetch };
	const opened = openPartnerCenter({ endpoint, token: auth.token, log: write, wait, paused, network });
	return { source, account: session.account.label, ...opened };
}
