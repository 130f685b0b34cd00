import * as vscode from 'vscode';
import type { Details } from '../details.ts';
import { hasText } from '../hasLink.ts';
import type { Copied } from '../messages.ts';

/** What a page has had copied. */
export class Clipboard {
	#last: Copied = { number: 0, text: '' };

	get last(): Copied {
		return this.#last;
	}

	/** Copies a text if the page has it, and only then says so. */
	async copy(text: string, details: Details | undefined): Promise<void> {
		if (!details || !hasText(details, text)) return;
		await vscode.env.clipboard.writeText(text);
		this.#last = { number: this.#last.number + 1, text };
	}

	/** The page is of another referral, or is to say nothing of what it said. */
	forget(): void {
		this.#last = { ...this.#last, text: '' };
	}
}
