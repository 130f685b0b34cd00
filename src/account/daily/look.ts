import { setTimeout as after } from 'node:timers/promises';
import * as vscode from 'vscode';
import { presenting } from '../../editor/presenting.ts';
import type { Connection } from '../../listing/session.ts';
import { asPartnerError } from '../../partner/error.ts';
import { unlessAborted } from '../../partner/unlessAborted.ts';
import { odataFor } from '../../query/odata/odata.ts';
import { statuses } from '../../referral/lifecycle.ts';
import { askInWindow } from '../agreement/askInWindow.ts';
import { Quieted } from '../arranging/quieted.ts';
import { connectQuietly } from '../connect.ts';
import { readDaySettings } from '../daySettings.ts';
import { concernsConnection, readDailyLook } from '../settings.ts';
import { type Found, foundIn } from './found.ts';
import { LookedOn } from './lookedOn.ts';
import { type Stage, tellFound } from './tellFound.ts';

/** What a look stands on. */
export type Ground = Stage & Pick<Parameters<typeof connectQuietly>[0], 'auth' | 'agreement'>;

/** What it is in: the memory that windows share, and what ends with the window. */
export interface Surroundings {
	readonly globalState: vscode.Memento;
	readonly subscriptions: vscode.Disposable[];
	/** How long the editor is left alone after its start, in milliseconds; usually 10,000. */
	readonly calm?: number;
}

/** How long an answer is waited for, in milliseconds. */
const longestAnswer = 60_000;

/**
 * Asks for one page of new referrals, what expires first, unless any window has done so today for who is signed in. Asks the
 * user nothing, and says nothing of what fails: then it's looked when a window starts the next time.
 */
export async function lookOnceADay(
	ground: Ground,
	{ globalState, subscriptions, calm = 10_000 }: Surroundings,
): Promise<void> {
	const end = new AbortController();
	const stop = () => end.abort();
	const following = vscode.Disposable.from(
		new vscode.Disposable(stop),
		ground.auth.onDidChange(stop),
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (concernsConnection(event) || !readDailyLook()) stop();
		}),
	);
	subscriptions.push(following);
	try {
		await after(calm, undefined, { signal: end.signal });
		await look(ground, globalState, end.signal);
	} catch (error) {
		const { kind } = asPartnerError(error);
		if (!end.signal.aborted) ground.journal.write(`The daily look came to nothing: ${kind}`);
	} finally {
		following.dispose();
	}
}

async function look(ground: Ground, memory: vscode.Memento, signal: AbortSignal): Promise<void> {
	const wait = (milliseconds: number) => after(milliseconds, undefined, { signal });
	// Where the user is, since it's told there.
	await unlessAborted(askInWindow.inSight(), signal);
	const lookedOn = new LookedOn(memory, { now: Date.now, wait });
	try {
		const connection = await connectQuietly(ground, (account) => lookedOn.claim(account));
		if (!connection) return;
		const { account: { id } = { id: '' }, source } = connection;
		const found = await foundBy(connection, { memory, since: lookedOn.last(id), signal });
		// Nobody tells of a sign-out in another window.
		if (source !== 'sample') await ground.auth.current();
		signal.throwIfAborted();
		void tellFound(found, source, ground);
		await lookedOn.done(id);
	} finally {
		await lookedOn.release();
	}
}

async function foundBy(
	{ client, account, close }: Connection,
	{ memory, since, signal }: { memory: vscode.Memento; since: string | undefined; signal: AbortSignal },
): Promise<Found> {
	try {
		const { now } = presenting();
		const oldest = odataFor({ status: statuses[0], sort: 'oldest' }, {}, now);
		const patience = AbortSignal.any([signal, AbortSignal.timeout(longestAnswer)]);
		const page = await client.list(oldest, patience, { background: true });
		const quieted = new Quieted(memory);
		return foundIn(page, {
			...readDaySettings().attention,
			isQuiet: (referral) => quieted.isQuiet(referral, account?.id ?? '', now),
			...{ since, now },
		});
	} finally {
		close().catch(() => {});
	}
}
