import type { Pressed } from './keyAction.ts';
import type { Move } from './place.ts';

/** What a key does at a heading. */
export type HeadingKey =
	| { readonly kind: 'go'; readonly move: Move }
	/** Places to the right. */
	| { readonly kind: 'reorder'; readonly by: number }
	/** Pixels wider. */
	| { readonly kind: 'resize'; readonly by: number }
	| { readonly kind: 'filter' };

const moves: Readonly<Record<string, Move>> = {
	ArrowLeft: 'left',
	ArrowRight: 'right',
	ArrowDown: 'down',
	Home: 'rowStart',
	End: 'rowEnd',
};
const toTheRight: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
const step = 16;

/** What a key does at a heading; undefined for what its buttons and the editor do. */
export function headingKey({ key, altKey, shiftKey, ctrlKey, metaKey }: Pressed): HeadingKey | undefined {
	if (ctrlKey || metaKey) return undefined;
	if (!altKey) {
		const move = !shiftKey && Object.hasOwn(moves, key) ? moves[key] : undefined;
		return move && { kind: 'go', move };
	}
	if (key === 'ArrowDown' && !shiftKey) return { kind: 'filter' };
	const by = Object.hasOwn(toTheRight, key) ? toTheRight[key] : undefined;
	if (by === undefined) return undefined;
	return shiftKey ? { kind: 'resize', by: by * step } : { kind: 'reorder', by };
}
