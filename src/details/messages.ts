import { isJsonObject } from '../partner/json.ts';
import type { LinkKind } from './block.ts';
import type { Details } from './details.ts';

/** What the editor tells the details page. */
export type ToPage =
	/** What changed; the rest of the page stays as it is. */
	| ({ readonly type: 'change' } & Partial<PageState>)
	/** The other referrals of the engagement of the referral with this id. */
	| { readonly type: 'related'; readonly id: string; readonly related: Related };

/** What a page shows. */
export interface PageState {
	readonly details: Details;
	readonly can: Can;
	readonly notice: Notice;
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

export type Related =
	| { readonly state: 'loading' }
	| { readonly state: 'failed'; readonly text: string }
	| {
			readonly state: 'ready';
			readonly referrals: readonly RelatedReferral[];
			/** Whether the service has more than these. */
			readonly more: boolean;
	  };

export interface RelatedReferral {
	readonly id: string;
	readonly label: string;
	readonly description: string;
}

/** What a page asks for that needs no more than its name. */
export const pageActions = [
	...(['ready', 'focus', 'refresh', 'previous', 'next', 'pin', 'copy', 'openJson', 'compareWith'] as const),
	...(['resolve', 'related', 'showRelated'] as const),
] as const;
export type PageAction = (typeof pageActions)[number];

/** What the details page tells the editor. */
export type FromPage =
	| { readonly type: PageAction }
	| { readonly type: 'openRelated'; readonly id: string }
	| { readonly type: 'openLink'; readonly opens: LinkKind; readonly text: string };

const linkKinds = ['mail', 'phone', 'map', 'web'] as const satisfies readonly LinkKind[];

/** A message of the page, which shows strangers' text, so that it is believed no further than this. */
export function readFromPage(message: unknown): FromPage | undefined {
	if (!isJsonObject(message)) return undefined;
	const { type, id, opens, text } = message;
	const action = pageActions.find((each) => each === type);
	if (action) return { type: action };
	if (type === 'openRelated' && typeof id === 'string') return { type, id };
	const kind = linkKinds.find((each) => each === opens);
	return type === 'openLink' && kind && typeof text === 'string' ? { type, opens: kind, text } : undefined;
}
