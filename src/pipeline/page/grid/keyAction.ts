import type { RowAction, SelectMode } from '../../messages/requests.ts';
import type { Move } from './place.ts';

/** What a key does in the lines. */
export type KeyAction =
	| { readonly kind: 'move'; readonly move: Move; readonly extends: boolean }
	| { readonly kind: 'select'; readonly mode: SelectMode }
	| { readonly kind: 'all' | 'none' }
	| { readonly kind: 'act'; readonly action: RowAction }
	| { readonly kind: 'toggleGroup'; readonly key: string };

/** A group that the key is pressed at. */
export interface Group {
	readonly key: string;
	readonly open: boolean;
}

/** What of a key press counts. */
export interface Pressed extends Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'> {}

const moves: Readonly<Record<string, Move>> = {
	ArrowUp: 'up',
	ArrowDown: 'down',
	ArrowLeft: 'left',
	ArrowRight: 'right',
	PageUp: 'pageUp',
	PageDown: 'pageDown',
	Home: 'rowStart',
	End: 'rowEnd',
};
const movesWithControl: Readonly<Record<string, Move>> = {
	Home: 'start',
	End: 'end',
	ArrowUp: 'start',
	ArrowDown: 'end',
	ArrowLeft: 'rowStart',
	ArrowRight: 'rowEnd',
};
/** Ranges are of lines, so that keys to the sides make none. */
const extending: readonly Move[] = ['up', 'down', 'pageUp', 'pageDown', 'start', 'end'];

/** What a key does in the lines; undefined for what it is left to the editor to do. @param group that it is pressed at */
export function keyAction(pressed: Pressed, group?: Group): KeyAction | undefined {
	const { key, shiftKey, altKey } = pressed;
	if (altKey) return undefined;
	const control = pressed.ctrlKey || pressed.metaKey;
	if (group && !control && !shiftKey && toggles(key, group.open))
		return { kind: 'toggleGroup', key: group.key };
	const table = control ? movesWithControl : moves;
	const move = Object.hasOwn(table, key) ? table[key] : undefined;
	if (move) return { kind: 'move', move, extends: shiftKey && extending.includes(move) };
	if (key === ' ') return { kind: 'select', mode: shiftKey ? 'range' : 'toggle' };
	return control ? withControl(key.toLowerCase(), shiftKey) : plain(key, shiftKey);
}

function withControl(key: string, shiftKey: boolean): KeyAction | undefined {
	if (shiftKey) return undefined;
	if (key === 'a') return { kind: 'all' };
	if (key === 'c') return { kind: 'act', action: 'copyTable' };
	return key === 'enter' ? { kind: 'act', action: 'openAside' } : undefined;
}

function plain(key: string, shiftKey: boolean): KeyAction | undefined {
	if (shiftKey) return undefined;
	if (key === 'Escape') return { kind: 'none' };
	return key === 'Enter' ? { kind: 'act', action: 'open' } : undefined;
}

function toggles(key: string, open: boolean): boolean {
	return key === 'Enter' || key === ' ' || key === (open ? 'ArrowLeft' : 'ArrowRight');
}
