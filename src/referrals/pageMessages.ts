import type { Details } from './details.ts';

/** What the editor tells the details page. */
export type ToPage =
	| { readonly type: 'show'; readonly details: Details }
	/** A sentence above the details, which stay as they are; an empty one takes it away. */
	| { readonly type: 'notice'; readonly text: string };

/** What the details page tells the editor. */
export type FromPage =
	| { readonly type: 'ready' }
	| { readonly type: 'refresh' }
	| { readonly type: 'copyId' };
