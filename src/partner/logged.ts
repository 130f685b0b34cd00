import { PartnerError } from './error.ts';
import type { Ask, Reply, Send } from './send.ts';

/**
 * Writes one line a request: path, page, status, milliseconds and request ids. Never the query, which may name a
 * customer's people, nor a header, which may hold the token.
 */
export function logged(send: Send, write: (line: string) => void): Send {
	return async (ask) => {
		const start = performance.now();
		const end = (what: string, { headers }: Pick<Reply, 'headers'> = { headers: {} }) => {
			const ids = [ask.headers['client-request-id'], headers['request-id']].map((id) => id ?? '-');
			const time = `${Math.round(performance.now() - start)} ms`;
			write(`GET ${placeOf(ask)} ${what} ${time} client-request-id=${ids[0]} request-id=${ids[1]}`);
		};
		try {
			const reply = await send(ask);
			end(`${reply.status}`, reply);
			return reply;
		} catch (error) {
			end(ask.signal.aborted ? 'cancelled' : wordOf(error));
			throw error;
		}
	};
}

function placeOf({ url, page }: Ask): string {
	const { pathname } = new URL(url);
	return page === undefined ? pathname : `${pathname} page ${page}`;
}

function wordOf(error: unknown): string {
	return error instanceof PartnerError ? error.message : 'failed';
}
