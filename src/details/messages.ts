import { isJsonObject } from '../partner/json.ts';
import type { OtherSide } from '../referral/sides/words.ts';
import type { LinkKind } from './block.ts';
import type { Details } from './details.ts';

/** What a page shows. */
export interface PageState {
	/** Not there while only the id is known. */
	readonly details?: Details;
	readonly can: Can;
	readonly notice: Notice;
	/** Why somebody has to look at it, each in a few words. */
	readonly reasons: readonly string[];
	/** Where other sides of the engagement that are known already say something else, each in one line. */
	readonly sides: readonly string[];
	readonly copied: Copied;
	/** Not there before they are asked for. */
	readonly related?: RelatedOf;
}

/** The other referrals of the engagement of the referral with this id. */
export interface RelatedOf {
	readonly id: string;
	readonly related: Related;
}

/** What was copied last, as the page had asked; of its number only that it is another one matters. */
export interface Copied {
	readonly number: number;
	readonly text: string;
}

/** A sentence at the top of the page, and what its button is called; both empty when there is nothing to say. */
export interface Notice {
	readonly text: string;
	readonly action: string;
}

/** What can be done with the referral on the page. */
export interface Can {
	readonly previous: boolean;
	readonly next: boolean;
	/** Whether the page is kept when another referral is opened. */
	readonly pinned: boolean;
	/** Whether the service is being asked. */
	readonly busy: boolean;
}

export interface Related {
	readonly state: 'loading' | 'failed' | 'ready';
	/** Why they could not be asked for; else empty. */
	readonly failure: string;
	/** Those that are known, be it from before. */
	readonly referrals: readonly RelatedReferral[];
	/** Whether the service has more than these. */
	readonly more: boolean;
}

/** Another side of the engagement. */
export interface RelatedReferral extends OtherSide {
	readonly label: string;
	/** How long it can still be answered; empty where that is not asked. */
	readonly expiry: string;
}

/** What a page asks for that needs no more than its name. */
export const pageActions = [
	...(['refresh', 'previous', 'next', 'pin', 'copy', 'openJson', 'compareWith'] as const),
	...(['resolve', 'related', 'showRelated'] as const),
] as const;
export type PageAction = (typeof pageActions)[number];

/** What the details page tells the editor. */
export type FromPage =
	| { readonly type: PageAction }
	| { readonly type: 'openRelated' | 'compareRelated'; readonly id: string }
	| { readonly type: 'copyText'; readonly text: string }
	| { readonly type: 'openLink'; readonly opens: LinkKind; readonly text: string };

const linkKinds = ['mail', 'phone', 'map', 'web'] as const satisfies readonly LinkKind[];

/** A message of the page, which shows strangers' text, so that it is believed no further than this. */
export function readFromPage(message: unknown): FromPage | undefined {
	if (!isJsonObject(message)) return undefined;
	const { type, id, opens, text } = message;
	const action = pageActions.find((each) => each === type);
	if (action) return { type: action };
	if ((type === 'openRelated' || type === 'compareRelated') && typeof id === 'string') return { type, id };
	if (type === 'copyText' && typeof text === 'string') return { type, text };
	const kind = linkKinds.find((each) => each === opens);
	return type === 'openLink' && kind && typeof text === 'string' ? { type, opens: kind, text } : undefined;
}
