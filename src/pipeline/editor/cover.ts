import * as vscode from 'vscode';
import { failureText, wayOutText } from '../../editor/failureText.ts';
import type { Browsing } from '../../listing/browsing.ts';
import type { Exploration } from '../../listing/exploration.ts';
import { failuresIn } from '../../listing/failures.ts';
import type { PartnerError } from '../../partner/error.ts';
import { queryWords } from '../../query/editor/spoken.ts';
import type { Presenter } from '../../referral/presenter.ts';
import type { Cover } from '../messages/state.ts';

/** How far an exploration has come. */
interface Loaded {
	readonly count: number;
	/** Whether that is all there is. */
	readonly complete: boolean;
	/** Whether the service was asked for anything. */
	readonly asked: boolean;
}

/** What else there is to say. */
interface Around {
	/** How many rows the table shows, whatever is folded away. */
	readonly shown: number;
	readonly presenter: Presenter;
	/** Whether something goes on that was asked for on the page. */
	readonly isAsking: boolean;
	/** What went wrong of that. */
	readonly mishap: PartnerError | undefined;
}

/** What the page covers, and why it doesn't cover more. */
export function coverOf({ exploration, sessions, query }: Browsing, around: Around): Cover {
	const { shown, presenter, isAsking, mishap } = around;
	const { count, complete, asked } = loadedOf(exploration);
	const filter = queryWords(query.value);
	const busy = isAsking || (exploration?.feeds.some(({ state }) => state === 'loading') ?? false);
	const parts = [
		asked && countText(shown, count, complete, presenter),
		filter && vscode.l10n.t('Filter: {0}', filter),
	];
	return {
		text: parts.filter((part) => part).join(' · '),
		wantsLoad: !asked,
		busy,
		canLoadAll: asked && !complete,
		notice: noticeOf(mishap ?? (exploration ? failuresIn(exploration)[0] : sessions.failure)),
	};
}

function noticeOf(failure: PartnerError | undefined): Cover['notice'] {
	if (!failure) return { text: '', action: '' };
	const { sentence, wayOut } = failureText(failure, vscode.env.language);
	return { text: sentence, action: wayOutText(wayOut) };
}

/** Of what the tree shows; what stands in several groups counts once. */
export function loadedOf(exploration: Exploration | undefined): Loaded {
	if (!exploration) return { count: 0, complete: false, asked: false };
	const { arrangement, feeds, partitions } = exploration;
	const whole = partitions.at(-1)?.key;
	const branches = [...arrangement.values()].filter(({ lens }) => !lens);
	const holding = branches.filter((branch) => branch.partitions.length > 0);
	const isEnded = feeds.some((feed) => feed.partition.key === whole && feed.complete);
	return {
		count: loadedIn(exploration),
		complete: isEnded || (holding.length > 0 && holding.every((branch) => branch.complete)),
		asked: feeds.some(({ pages, state }) => pages > 0 || state !== 'idle'),
	};
}

function loadedIn({ arrangement, grouping }: Exploration): number {
	const counted = [...arrangement.values()].filter((branch) => !branch.lens && branch.partitions.length > 0);
	if (grouping.feed === undefined) return counted.reduce((all, { loaded }) => all + loaded, 0);
	// A row stands in several of these.
	return new Set(counted.flatMap(({ rows }) => rows)).size;
}

function countText(shown: number, loaded: number, complete: boolean, presenter: Presenter): string {
	const all = `${presenter.count(loaded)}${complete ? '' : '+'}`;
	if (shown === loaded) return vscode.l10n.t('{0} loaded', all);
	return vscode.l10n.t('{0} of {1} loaded', presenter.count(shown), all);
}
