import type { FromPage, ToPage } from '../messages.ts';

/** What the page remembers over a reload of the window. The editor writes it to disk: no word of a customer in it. */
export interface Memory {
	readonly version: 1;
	readonly id: string;
	readonly pinned: boolean;
	/** How far the page is scrolled, in pixels. */
	readonly scroll: number;
}

declare function acquireVsCodeApi(): {
	postMessage(message: FromPage): void;
	getState(): unknown;
	setState(memory: Memory): void;
};

const editor = acquireVsCodeApi();

export function post(message: FromPage): void {
	editor.postMessage(message);
}

export function remember(memory: Memory): void {
	editor.setState(memory);
}

/** How far the page of a referral was scrolled when it was last seen. */
export function rememberedScroll(id: string): number {
	const memory = editor.getState();
	const isOfIt = isObject(memory) && memory['id'] === id && typeof memory['scroll'] === 'number';
	return isOfIt ? Number(memory['scroll']) : 0;
}

/** What the page was made with; none when it has shown another referral since, and is made again from the same. */
export function initialChange(): ToPage | undefined {
	const state: unknown = JSON.parse(document.getElementById('state')?.textContent || '{}');
	const message = isObject(state) ? { type: 'change', ...state } : undefined;
	const memory = editor.getState();
	const id = isToPage(message) && message.type === 'change' ? message.details?.id : undefined;
	const isStale = id !== undefined && isObject(memory) && memory['id'] !== id;
	return isToPage(message) && !isStale ? message : undefined;
}

/** Hears what the editor says; anything that isn't one of its messages is passed over. */
export function listen(hear: (message: ToPage) => void): void {
	window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		if (isToPage(data)) hear(data);
	});
}

const has = {
	change: ({ details, can, notice }) =>
		(details === undefined || isDetails(details)) &&
		(can === undefined || isObject(can)) &&
		(notice === undefined || isObject(notice)),
	related: ({ id, related }) => typeof id === 'string' && isObject(related),
} as const satisfies Record<ToPage['type'], (message: Record<string, unknown>) => boolean>;

function isDetails(value: unknown): boolean {
	return isObject(value) && typeof value['id'] === 'string' && Array.isArray(value['sections']);
}

function isToPage(message: unknown): message is ToPage {
	if (!isObject(message)) return false;
	const check = new Map(Object.entries(has)).get(String(message['type']));
	return check?.(message) ?? false;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
