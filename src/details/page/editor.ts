import { isRecord, post, remember, remembered } from '../../editor/page/host.ts';
import type { FromPage, PageState } from '../messages.ts';

/** Asks the editor for something. */
export function ask(message: FromPage): void {
	post(message);
}

/** What the page remembers over a reload of the window: no word of a customer. */
export interface Memory {
	readonly id: string;
	readonly pinned: boolean;
	/** How far the page is scrolled, in pixels. */
	readonly scroll: number;
}

export function keepInMind({ id, pinned, scroll }: Memory): void {
	remember({ version: 1, id, pinned, scroll });
}

/** How far the page of a referral was scrolled when it was last seen. */
export function rememberedScroll(id: string): number {
	const memory = remembered();
	return memory['id'] === id ? Number(memory['scroll'] ?? 0) || 0 : 0;
}

/** Whether the page has shown another referral since it was made, and is made again from the same. */
export function isStale({ details }: Partial<PageState>): boolean {
	const { id } = remembered();
	return details !== undefined && id !== undefined && details.id !== id;
}

/** Whether something is what the editor tells this page. */
export function isChange(value: unknown): value is Partial<PageState> {
	if (!isRecord(value)) return false;
	const { details, can, notice, related, copied, reasons, sides } = value;
	return (
		(details === undefined || isDetails(details)) &&
		[can, notice, related, copied].every((part) => part === undefined || isRecord(part)) &&
		[reasons, sides].every((part) => part === undefined || Array.isArray(part))
	);
}

function isDetails(value: unknown): boolean {
	return isRecord(value) && typeof value['id'] === 'string' && Array.isArray(value['sections']);
}
