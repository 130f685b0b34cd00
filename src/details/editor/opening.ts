import type { PageCode } from '../../editor/panel/pageCode.ts';
import type { Browsing } from '../../listing/browsing.ts';
import type { Session } from '../../listing/session.ts';
import type { DetailsPanel } from './panel.ts';

/** What a page is opened with. */
export interface Opening {
	readonly id: string;
	/** Undefined after a reload of the window, when the id is all that is known. */
	readonly session?: Session;
	/** Whether the page is kept when another referral is opened. */
	readonly pinned?: boolean;
}

/** What a page needs around it. */
export interface Surroundings {
	readonly browsing: Browsing;
	/** What runs in the page. */
	readonly code: PageCode;
	/** The user came to the page, or it shows another referral. */
	focused(panel: DetailsPanel): void;
	/** Opens another referral from this page. */
	open(id: string): Promise<void>;
	/** Shows two referrals in the diff editor. */
	compare(one: string, other: string): Promise<void>;
	closed(panel: DetailsPanel): void;
}
