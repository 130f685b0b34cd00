import { instantIn, isNoDate } from '../referral/instant.ts';
import { visible } from '../text/visible.ts';
import type { Piece } from './block.ts';

/** Nobody reads on a page more of one text, in characters; the document with everything has the rest. */
const longest = 20_000;

/** A stranger's text as pieces: an instant, none for one that was never set, or text with its line breaks and without what would hide in it. */
export function textPieces(text: string): readonly Piece[] {
	if (isNoDate(text)) return [];
	const instant = instantIn(text.trim());
	return instant === undefined ? plainPieces(text) : [{ kind: 'time', instant }];
}

/** The same for a text that somebody wrote at length: addresses of web pages in it are links. */
export function notePieces(text: string): readonly Piece[] {
	return plainPieces(text).flatMap((piece) => (piece.kind === 'text' ? withLinks(piece) : [piece]));
}

function plainPieces(text: string): readonly Piece[] {
	const head = text.slice(0, longest);
	const left = text.length - head.length;
	const shown = visible(head)
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, ' ')
		.replace(/\n{4,}/g, '\n\n\n')
		.trim();
	if (shown === '' && left === 0) return [];
	return [{ kind: 'text', text: shown, ...(left > 0 && { left }) }];
}

const address = /\bhttps?:\/\/[^\s<>"'`\\^{}|]{4,2000}/gi;

function withLinks({ text, left }: Extract<Piece, { kind: 'text' }>): Piece[] {
	const pieces: Piece[] = [];
	let end = 0;
	for (const match of text.matchAll(address)) {
		// What ends the sentence around an address is not its own.
		const link = match[0].replace(/(?<![.,;:!?)\]])[.,;:!?)\]]+$/, '');
		if (!isWebAddress(link)) continue;
		pieces.push({ kind: 'text', text: text.slice(end, match.index) });
		pieces.push({ kind: 'link', opens: 'web', text: link });
		end = match.index + link.length;
	}
	const rest: Piece = { kind: 'text', text: text.slice(end), ...(left && { left }) };
	return [...pieces, rest].filter((piece) => piece.kind !== 'text' || piece.text !== '' || piece.left);
}

/** A name before an "@" would look like the host. */
function isWebAddress(text: string): boolean {
	const url = URL.parse(text);
	return url !== null && url.hostname !== '' && url.username === '' && url.password === '';
}
