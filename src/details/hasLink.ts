import type { Block, LinkKind, Piece } from './block.ts';
import type { Details } from './details.ts';

/** Whether a page of details has this very link, so that the editor opens nothing else for it. */
export function hasLink(details: Details, opens: LinkKind, text: string): boolean {
	return hasPiece(details, (piece) => piece.kind === 'link' && piece.opens === opens && piece.text === text);
}

/** Whether it has this very text, so that the editor copies nothing else for it. */
export function hasText(details: Details, text: string): boolean {
	return hasPiece(details, (piece) => piece.kind !== 'time' && piece.text === text);
}

function hasPiece({ sections }: Details, isIt: (piece: Piece) => boolean): boolean {
	const isIn = ({ pieces, lines, items }: Block): boolean =>
		pieces.some(isIt) || lines.some(({ block }) => isIn(block)) || items.some(isIn);
	return sections.some(({ fields }) => fields.some(({ blocks }) => blocks.some(isIn)));
}
