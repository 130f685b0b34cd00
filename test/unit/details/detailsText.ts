import type { Block, Piece } from '../../../src/details/block.ts';
import type { Details } from '../../../src/details/details.ts';
import { dateText } from '../../../src/referral/dateText.ts';

/** A block as the text that the page makes of it, with times in UTC. */
export function blockText({ pieces, lines, items, left }: Block): string {
	const parts = [
		pieces.map(pieceText).join(''),
		...lines.map(({ label, block }) => `${label}: ${blockText(block)}`),
		items.map(blockText).join(', '),
		left > 0 ? `${left} more` : '',
	];
	return parts.filter((part) => part !== '').join('\n');
}

/** Everything that the page shows. */
export function detailsText({ title, customer, kind, value, course, sections }: Details): string {
	const fields = sections.flatMap((section) =>
		section.fields.flatMap(({ label, blocks }) => [label, ...blocks.map(blockText)]),
	);
	const header = [title, customer, ...kind, value, course.status, course.substatus];
	return [...header, ...sections.map((section) => section.title), ...fields].join('\n');
}

function pieceText(piece: Piece): string {
	if (piece.kind === 'time') return dateText(new Date(piece.instant).toISOString(), 'en-US');
	return piece.kind === 'text' && piece.left ? `${piece.text}… ${piece.left} more` : piece.text;
}
