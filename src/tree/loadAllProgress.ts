import * as vscode from 'vscode';
import { pauseText } from '../editor/pauseText.ts';
import type { Listing } from '../listing/listing.ts';
import { LoadingAll } from '../listing/loadingAll.ts';

/** What a referral takes in memory, in bytes: what `npm run bench` measures as `heap`, rounded up. */
const bytesEach = 2000;

/** What showing the progress needs of the view. */
interface Wishes {
	/** The service asked for a pause, until so many milliseconds since 1970. */
	readonly onDidPause: vscode.Event<number>;
	/** How many referrals are in memory besides those of the listings. */
	readonly elsewhere: number;
	/** How much memory may be taken before the user is asked, in megabytes. */
	readonly memoryCeiling: number;
}

/**
 * Loads what is left of some listings and shows how far it is. What came stays when the user cancels or something
 * fails, and the next time goes on from there.
 * @returns whether everything has come
 */
export async function loadAllWithProgress(listings: readonly Listing[], wishes: Wishes): Promise<boolean> {
	const look = {
		location: vscode.ProgressLocation.Notification,
		title: 'Loading all referrals',
		cancellable: true,
	};
	return vscode.window.withProgress(look, (progress, cancelled) =>
		loadAll(listings, wishes, { tell: (message) => progress.report({ message }), cancelled }),
	);
}

interface Stage {
	readonly tell: (message: string) => void;
	readonly cancelled: vscode.CancellationToken;
}

async function loadAll(
	listings: readonly Listing[],
	{ onDidPause, elsewhere, memoryCeiling }: Wishes,
	{ tell, cancelled }: Stage,
): Promise<boolean> {
	const stop = new AbortController();
	const pace = new Pace();
	const loading = new LoadingAll(listings, {
		stop: stop.signal,
		progressed: (now) => tell(progressText(now, pace)),
		elsewhere,
		ceiling: Math.floor((memoryCeiling * 2 ** 20) / bytesEach),
		mayGoOn,
	});
	const listeners = [
		cancelled.onCancellationRequested(() => stop.abort()),
		onDidPause((until) => {
			loading.slowDown();
			tell(`${countText(loading)} · ${pauseText(until)}`);
		}),
	];
	tell(countText(loading));
	await loading.run();
	vscode.Disposable.from(...listeners).dispose();
	return loading.complete;
}

async function mayGoOn(referrals: number): Promise<boolean> {
	const goOn = 'Load On';
	const megabytes = Math.round((referrals * bytesEach) / 2 ** 20);
	const chosen = await vscode.window.showWarningMessage(
		`${number(referrals)} referrals are loaded, which takes about ${number(megabytes)} MB of memory. Load more?`,
		{ modal: true, detail: 'A filter finds fewer. What has come stays either way.' },
		goOn,
	);
	return chosen === goOn;
}

/** How many pages come in a second, of late. */
class Pace {
	readonly #arrivals: number[] = [];

	arrived(): number {
		this.#arrivals.push(performance.now());
		if (this.#arrivals.length > 20) this.#arrivals.shift();
		const [first = 0] = this.#arrivals;
		const seconds = (performance.now() - first) / 1000;
		return seconds === 0 ? 0 : (this.#arrivals.length - 1) / seconds;
	}
}

function progressText(loading: LoadingAll, pace: Pace): string {
	const perSecond = pace.arrived();
	return perSecond === 0 ? countText(loading) : `${countText(loading)} · ${number(perSecond)} pages a second`;
}

function countText({ pages, referrals }: LoadingAll): string {
	return pages === 0
		? `${number(referrals)} so far`
		: `${number(referrals)} so far, with ${number(pages)} more ${pages === 1 ? 'page' : 'pages'}`;
}

function number(value: number): string {
	return value.toLocaleString(vscode.env.language, { maximumFractionDigits: value < 10 ? 1 : 0 });
}
