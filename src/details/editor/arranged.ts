import * as vscode from 'vscode';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import { type Details, detailsOf } from '../details.ts';

/** The details of a state, as they were arranged last where it is still the same. */
export class Arranged {
	#last: { readonly state: ListedReferral; readonly details: Details } | undefined;

	/** What is shown of a state is another one now. */
	forget(): void {
		this.#last = undefined;
	}

	of(state: ListedReferral): Details {
		if (this.#last?.state !== state) {
			const reader = { locale: vscode.env.language, now: Date.now() };
			this.#last = { state, details: detailsOf(state, reader) };
		}
		return this.#last.details;
	}
}
