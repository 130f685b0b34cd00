import { PartnerError } from './partnerError.ts';
import type { Ask, Send } from './send.ts';

/**
 * Writes one line a request: path, status, milliseconds and request ids. Never the query, which may name a
 * customer's people, nor a header, which may hold the token.
 */
export function logged(send: Send, write: (line: string) => void): Send {
	return async (ask) => {
		const start = performance.now();
		const end = (what: string) =>
			write(`${subjectOf(ask)} ${what} ${Math.round(performance.now() - start)} ms`);
		try {
			const reply = await send(ask);
			end(`${reply.status} request-id=${reply.headers['request-id'] ?? '-'}`);
			return reply;
		} catch (error) {
			end(ask.signal.aborted ? 'cancelled' : wordOf(error));
			throw error;
		}
	};
}

function subjectOf({ url, headers }: Ask): string {
	const { pathname, search } = new URL(url);
	const page = search.includes('$skiptoken=') ? ' (further page)' : '';
	return `GET ${pathname}${page} client-request-id=${headers['client-request-id'] ?? '-'}`;
}

function wordOf(error: unknown): string {
	return error instanceof PartnerError ? error.message : 'failed';
}
