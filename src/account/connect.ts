import { setTimeout as after } from 'node:timers/promises';
import type { Journal } from '../editor/journal.ts';
import type { Connection } from '../listing/session.ts';
import { endpointAt } from '../partner/endpoint.ts';
import { PartnerError } from '../partner/error.ts';
import type { Agreement } from './agreement/agreement.ts';
import { askInWindow } from './agreement/askInWindow.ts';
import type { Auth } from './auth.ts';
import { readNetworkSettings } from './networkSettings.ts';
import { readSettings, readWritten } from './settings.ts';

/**
 * Connects to what the settings name. The code for it is loaded only now, and nothing is requested yet.
 * @param paused hears until when the service asks us to wait
 * @returns undefined when the user has to sign in first
 * @throws {PartnerError} `endpointRefused`, `settingRefused`, `notAgreed`, `signInFailed`
 */
export async function connect(
	auth: Auth,
	agreement: Agreement,
	{ write }: Journal,
	paused: (until: number) => void,
): Promise<Connection | undefined> {
	const { refuseWrong, tellWrong } = await import('./checking/checkSettings.ts');
	const written = readWritten();
	tellWrong(written);
	const { source } = readSettings();
	if (source === 'sample') {
		const { openSample } = await import('../sample/openSample.ts');
		return { source, ...openSample({ log: write, wait, paused }) };
	}
	refuseWrong(written);
	const identity = await auth.current();
	if (!identity) return undefined;
	await agreement.want(endpointAt(readSettings().endpoint).origin, askInWindow);
	// Read in one moment, so that no token is for one service and goes to another.
	const token = auth.tokenFor(identity);
	const { endpoint } = readSettings();
	if (!agreement.has(endpointAt(endpoint).origin)) throw new PartnerError('notAgreed');
	const { openPartnerCenter } = await import('../partner/network/openPartnerCenter.ts');
	// The editor's own fetch, as the editor has put it there.
	const network = { settings: readNetworkSettings, fetch: globalThis.fetch };
	const factorWanted = () => auth.factorWanted(identity);
	const opened = openPartnerCenter({ endpoint, token, factorWanted, log: write, wait, paused, network });
	return { source, account: identity, ...opened };
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
	return after(milliseconds, undefined, { signal });
}
