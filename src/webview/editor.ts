import type { FromPage, ToPage } from '../referrals/pageMessages.ts';

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

/** Hears what the editor says; anything that isn't one of its messages is passed over. */
export function listen(hear: (message: ToPage) => void): void {
	window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		if (isToPage(data)) hear(data);
	});
}

const has = {
	show: ({ details }) =>
		isObject(details) && typeof details['id'] === 'string' && Array.isArray(details['sections']),
	can: ({ can }) => isObject(can),
	notice: ({ text, action }) => typeof text === 'string' && typeof action === 'string',
	related: ({ id, related }) => typeof id === 'string' && isObject(related),
} as const satisfies Record<ToPage['type'], (message: Record<string, unknown>) => boolean>;

function isToPage(message: unknown): message is ToPage {
	if (!isObject(message)) return false;
	const check = new Map(Object.entries(has)).get(String(message['type']));
	return check?.(message) ?? false;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
