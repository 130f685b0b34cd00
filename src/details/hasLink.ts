import type { Block, LinkKind } from './block.ts';
import type { Details } from './details.ts';

/** Whether a page of details has this very link, so that the editor opens nothing else for it. */
export function hasLink({ sections }: Details, opens: LinkKind, text: string): boolean {
	const isIn = ({ pieces, lines, items }: Block): boolean =>
		pieces.some((piece) => piece.kind === 'link' && piece.opens === opens && piece.text === text) ||
		lines.some(({ block }) => isIn(block)) ||
		items.some(isIn);
	return sections.some(({ fields }) => fields.some(({ blocks }) => blocks.some(isIn)));
}
