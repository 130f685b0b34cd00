import { PartnerError } from '../error.ts';
import type { Ask, Reply, Send } from '../send.ts';

/**
 * Writes one line a request: path, page, status, milliseconds and request ids. Never the query, which may name a
 * customer's people, nor another header, which may hold the token. What looks like no id isn't written as one: it may be
 * words that somebody typed.
 */
export function logged(send: Send, write: (line: string) => void): Send {
	return async (ask) => {
		const start = performance.now();
		const end = (what: string, { headers }: Pick<Reply, 'headers'> = { headers: {} }) => {
			const ids = [ask.headers['client-request-id'], headers['request-id']].map((id = '-') => word(id));
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

/** An id or a code; what is no such word may be a sentence. */
function word(text: string): string {
	return /^[\w.-]{1,100}$/.test(text) ? text : '…';
}

const afterCollection = /(?<=.*\/referrals\/)(?![\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$).+$/i;

function placeOf({ url, page }: Ask): string {
	const pathname = new URL(url).pathname.replace(afterCollection, '…');
	return page === undefined ? pathname : `${pathname} page ${page}`;
}

function wordOf(error: unknown): string {
	if (!(error instanceof PartnerError)) return 'failed';
	const { status, code } = error.facts;
	return [error.kind, status, code && word(code)].filter((part) => part !== undefined).join(' ');
}
