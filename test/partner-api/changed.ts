import type { Reply } from '../../src/partner/send.ts';
import type { Exchange, Fault } from './exchange.ts';
import { writeReply } from './writeReply.ts';

/** A page of the list as parsed JSON, open to be spoilt. */
export type Page = Readonly<Record<string, unknown>>;

/** A fault that sends the regular reply with something changed. */
export function changed(change: (reply: Reply, exchange: Exchange) => Partial<Reply>): Fault {
	return (exchange) =>
		writeReply(exchange.response, { ...exchange.reply, ...change(exchange.reply, exchange) });
}

/** A fault that sends the regular reply with another body. */
export function changedBody(change: (text: string) => string | Uint8Array): Fault {
	return changed(({ body }) => {
		const spoilt = change(Buffer.from(body).toString());
		return { body: typeof spoilt === 'string' ? Buffer.from(spoilt) : spoilt };
	});
}

/** A fault that sends the regular JSON with something changed; `undefined` members vanish. */
export function changedPage(change: (page: Page, exchange: Exchange) => unknown): Fault {
	return changed((reply, exchange) => {
		const page: Page = JSON.parse(Buffer.from(reply.body).toString());
		return { body: Buffer.from(JSON.stringify(change(page, exchange))) };
	});
}

/** A fault that changes the rows of a page and nothing else. */
export function changedRows(
	change: (rows: readonly unknown[], exchange: Exchange) => readonly unknown[],
): Fault {
	return changedPage((page, exchange) => {
		const rows: unknown = page['value'];
		return { ...page, value: change(Array.isArray(rows) ? rows : [], exchange) };
	});
}
