import type * as vscode from 'vscode';
import type { PageState, Related, ToPage } from '../messages.ts';

/** Tells a details page what changed, in as few messages as will do: each makes the page draw. */
export class PageTeller {
	readonly #webview: vscode.Webview;
	#known: Partial<PageState>;
	#unsent: Partial<PageState> = {};
	#isReady = false;
	#scheduled: NodeJS.Immediate | undefined;

	/** @param initial what the page has in it from the beginning */
	constructor(webview: vscode.Webview, initial: Partial<PageState>) {
		this.#webview = webview;
		this.#known = initial;
	}

	/** What is told before the page is there waits for it in the editor. */
	change(changed: Partial<PageState>): void {
		if (!changed.details && small({ ...this.#known, ...changed }) === small(this.#known)) return;
		this.#known = { ...this.#known, ...changed };
		this.#unsent = { ...this.#unsent, ...changed };
		this.#scheduled ??= setImmediate(() => this.#flush());
	}

	related(id: string, related: Related): void {
		this.#post({ type: 'related', id, related });
	}

	/** The page is there. The first time it finds what waited for it; later it has forgotten everything. */
	ready(): void {
		if (this.#isReady) this.#post({ type: 'change', ...this.#known });
		this.#isReady = true;
	}

	dispose(): void {
		clearImmediate(this.#scheduled);
	}

	#flush(): void {
		this.#scheduled = undefined;
		this.#post({ type: 'change', ...this.#unsent });
		this.#unsent = {};
	}

	#post(message: ToPage): void {
		void this.#webview.postMessage(message);
	}
}

function small({ can, notice }: Partial<PageState>): string {
	return JSON.stringify([can, notice]);
}
