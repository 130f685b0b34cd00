import * as l10n from '@vscode/l10n';

declare function acquireVsCodeApi(): {
	postMessage(message: object): void;
	getState(): unknown;
	setState(memory: object): void;
};

const editor = acquireVsCodeApi();

/** What a page knows to do with what the editor tells it. */
export interface Hearing<Change> {
	/** Whether something is what the editor tells; anything else is passed over. */
	isChange(value: unknown): value is Change;
	/** Whether what the page was made with is of something that it no longer shows. */
	isStale(change: Change): boolean;
	/** Takes it in, and draws. */
	hear(change: Change): void;
	/** Whether there is nothing on the page yet. */
	isEmpty(): boolean;
	/** Takes in what is told besides changes, such as what the page has asked for. */
	told?(message: Record<string, unknown>): void;
}

/** Shows what the page was made with, and from then on what changes. */
export function begin<Change>({ isChange, isStale, hear, isEmpty, told }: Hearing<Change>): void {
	const { bundle } = document.documentElement.dataset;
	if (bundle) l10n.config({ contents: bundle });
	const initial = initialState();
	if (isChange(initial) && !isStale(initial)) hear(initial);
	window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		if (!isRecord(data)) return;
		if (data['type'] !== 'change') told?.(data);
		else if (isChange(data)) hear(data);
	});
	window.addEventListener('focus', () => post({ type: 'focus' }));
	post({ type: 'ready' });
	// What the editor says first may have come too early for this page.
	setTimeout(() => {
		if (isEmpty()) post({ type: 'ready' });
	}, 1_000);
}

/** Tells the editor something. */
export function post(message: { readonly type: string }): void {
	editor.postMessage(message);
}

/** Keeps something over a reload of the window. The editor writes it to disk: ids, numbers and flags only. */
export function remember(memory: Readonly<Record<string, string | number | boolean>>): void {
	editor.setState(memory);
}

/** What was kept; empty when there is nothing. */
export function remembered(): Readonly<Record<string, unknown>> {
	const memory = editor.getState();
	return isRecord(memory) ? memory : {};
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function initialState(): unknown {
	return JSON.parse(document.getElementById('state')?.textContent || '{}');
}
