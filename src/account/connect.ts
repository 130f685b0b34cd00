import { setTimeout as after } from 'node:timers/promises';
import type { Journal } from '../editor/journal.ts';
import type { Connection, Identity } from '../listing/session.ts';
import { endpointAt } from '../partner/endpoint.ts';
import { PartnerError } from '../partner/error.ts';
import type { TokenSource } from '../partner/sending/authorized.ts';
import type { Agreement } from './agreement/agreement.ts';
import { askInWindow } from './agreement/askInWindow.ts';
import type { Auth } from './auth.ts';
import { readWritten } from './checking/written.ts';
import { readNetworkSettings } from './networkSettings.ts';
import { readSettings } from './settings.ts';

/**
 * Connects to what the settings name. The code for it is loaded only now, and nothing is requested yet.
 * @param paused hears until when the service asks us to wait
 * @returns undefined when the user has to sign in first
 * @throws {PartnerError} `endpointRefused`, `settingRefused`, `notAgreed`, `signInFailed`
 */
export async function connect(
	auth: Auth,
	agreement: Agreement,
	journal: Journal,
	paused: (until: number) => void,
): Promise<Connection | undefined> {
	const { refuseWrong, tellWrong } = await import('./checking/checkSettings.ts');
	const written = readWritten();
	tellWrong(written);
	if (readSettings().source === 'sample') return sample(journal, paused);
	refuseWrong(written);
	const identity = await auth.current();
	if (!identity) return undefined;
	await agreement.want(endpointAt(readSettings().endpoint).origin, askInWindow);
	return service(identity, { auth, agreement, journal }, { paused });
}

/** What connecting stands on. */
interface Ground {
	readonly auth: Auth;
	readonly agreement: Agreement;
	readonly journal: Journal;
}

/**
 * Connects for one request that no person waits for: whatever it fails by, it isn't sent again. The user is neither asked nor told
 * anything.
 * @param wanted whether it's to be connected for that account; asked while nothing is open yet
 * @returns undefined when the user has to sign in first, has never agreed, or it isn't wanted
 * @throws {PartnerError} `endpointRefused`, `settingRefused`, `signInFailed`
 */
export async function connectQuietly(
	ground: Ground,
	wanted: (account: string) => Promise<boolean>,
): Promise<Connection | undefined> {
	const { auth, agreement, journal } = ground;
	if (readSettings().source === 'sample') return (await wanted('sample')) ? sample(journal) : undefined;
	const { refuseWrong } = await import('./checking/checkSettings.ts');
	refuseWrong(readWritten());
	if (!agreement.has(endpointAt(readSettings().endpoint).origin)) return undefined;
	const identity = await auth.current();
	if (!identity || !(await wanted(identity.id))) return undefined;
	return service(identity, ground, { once: true });
}

async function sample({ write }: Journal, paused: (until: number) => void = () => {}): Promise<Connection> {
	const { openSample } = await import('../sample/openSample.ts');
	return { source: 'sample', ...openSample({ log: write, wait, paused }) };
}

/** @param once that nothing is sent a second time, neither later nor with another token */
async function service(
	identity: Identity,
	{ auth, agreement, journal: { write } }: Ground,
	{ paused = () => {}, once = false }: { paused?: (until: number) => void; once?: boolean },
): Promise<Connection> {
	// Read in one moment, so that no token is for one service and goes to another.
	const renewed = auth.tokenFor(identity);
	const { endpoint } = readSettings();
	if (!agreement.has(endpointAt(endpoint).origin)) throw new PartnerError('notAgreed');
	const { openPartnerCenter } = await import('../partner/network/openPartnerCenter.ts');
	const token: TokenSource = async (refusal) => {
		if (once && refusal) throw new PartnerError('signedOut');
		return renewed(refusal);
	};
	// The editor's own fetch, as the editor has put it there.
	const network = { settings: readNetworkSettings, fetch: globalThis.fetch };
	const factorWanted = () => auth.factorWanted(identity);
	const access = { endpoint, token, factorWanted, log: write, wait, paused, network };
	const opened = openPartnerCenter({ ...access, ...(once && { attempts: 1 }) });
	return { source: 'partnerCenter', account: identity, endpoint, ...opened };
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
	return after(milliseconds, undefined, { signal });
}
