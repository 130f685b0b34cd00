import * as vscode from 'vscode';
import { cancellableProgress } from '../editor/cancellableProgress.ts';
import { pauseText } from '../editor/pauseText.ts';
import type { Feed } from '../listing/feed.ts';
import { LoadingAll } from '../listing/loadingAll.ts';
import { asPlain } from '../text/asPlain.ts';

/** What a referral takes in memory, in bytes: what `npm run bench` measures as `heap`, rounded up. */
const bytesEach = 2000;

/** What showing the progress needs of the view. */
interface Wishes {
	/** The service asked for a pause, until so many milliseconds since 1970. */
	readonly onDidPause: vscode.Event<number>;
	/** How many referrals are in memory, in all. */
	readonly held: () => number;
	/** How much memory may be taken before the user is asked, in megabytes. */
	readonly memoryCeiling: number;
}

/**
 * Loads what is left of some feeds and shows how far it is. What came stays when the user cancels or something
 * fails, and the next time goes on from there.
 * @returns whether everything has come
 */
export async function loadAllWithProgress(feeds: readonly Feed[], wishes: Wishes): Promise<boolean> {
	return cancellableProgress(vscode.l10n.t('Loading all referrals'), (stop, tell) =>
		loadAll(feeds, wishes, { tell, stop }),
	);
}

interface Stage {
	readonly tell: (message: string) => void;
	readonly stop: AbortSignal;
}

async function loadAll(
	feeds: readonly Feed[],
	{ onDidPause, held, memoryCeiling }: Wishes,
	{ tell, stop }: Stage,
): Promise<boolean> {
	const pace = new Pace();
	const loading = new LoadingAll(feeds, {
		stop,
		progressed: (now) => tell(progressText(now, pace)),
		held,
		ceiling: Math.floor((memoryCeiling * 2 ** 20) / bytesEach),
		mayGoOn,
	});
	const listener = onDidPause((until) =>
		tell(vscode.l10n.t('{0} · {1}', countText(loading), pauseText(until))),
	);
	tell(countText(loading));
	await loading.run();
	listener.dispose();
	return loading.complete;
}

async function mayGoOn(referrals: number): Promise<boolean> {
	const goOn = vscode.l10n.t('Load On');
	const megabytes = Math.round((referrals * bytesEach) / 2 ** 20);
	const question = vscode.l10n.t(
		'{0} referrals are loaded, which takes about {1} MB of memory. Load more?',
		number(referrals),
		number(megabytes),
	);
	const detail = vscode.l10n.t('A filter finds fewer. What has come stays either way.');
	const chosen = await vscode.window.showWarningMessage(asPlain(question), { modal: true, detail }, goOn);
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
	if (perSecond === 0) return countText(loading);
	return vscode.l10n.t('{0} · {1} pages a second', countText(loading), number(perSecond));
}

function countText({ pages, referrals }: LoadingAll): string {
	if (pages === 0) return vscode.l10n.t('{0} so far', number(referrals));
	return pages === 1
		? vscode.l10n.t('{0} so far, with 1 more page', number(referrals))
		: vscode.l10n.t('{0} so far, with {1} more pages', number(referrals), number(pages));
}

function number(value: number): string {
	return value.toLocaleString(vscode.env.language, { maximumFractionDigits: value < 10 ? 1 : 0 });
}
