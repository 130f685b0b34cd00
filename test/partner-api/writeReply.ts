import type { ServerResponse } from 'node:http';
import type { Reply } from '../../src/partner/send.ts';

/** Sends a reply in full, with its length. */
export function writeReply(response: ServerResponse, { status, headers, body }: Reply): void {
	response.writeHead(status, { ...headers, 'content-length': body.length });
	response.end(body);
}
