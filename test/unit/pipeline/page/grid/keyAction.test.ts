import assert from 'node:assert/strict';
import { headingKey } from '../../../../../src/pipeline/page/grid/headingKey.ts';
import { type KeyAction, keyAction } from '../../../../../src/pipeline/page/grid/keyAction.ts';

/** A key as it is written in a menu, such as Ctrl+Shift+End. */
function pressed(keys: string) {
	const parts = keys.split('+');
	return {
		key: parts.at(-1)?.replace('Space', ' ') ?? '',
		ctrlKey: parts.includes('Ctrl'),
		metaKey: parts.includes('Cmd'),
		shiftKey: parts.includes('Shift'),
		altKey: parts.includes('Alt'),
	};
}

describe('a key among the lines', () => {
	const does = (keys: string, action: KeyAction | undefined) =>
		it(keys, () => assert.deepEqual(keyAction(pressed(keys)), action));
	const goes = (keys: string, move: Extract<KeyAction, { kind: 'move' }>['move'], isRange = false) =>
		does(keys, { kind: 'move', move, extends: isRange });
	goes('ArrowUp', 'up');
	goes('ArrowDown', 'down');
	goes('ArrowLeft', 'left');
	goes('ArrowRight', 'right');
	goes('PageUp', 'pageUp');
	goes('PageDown', 'pageDown');
	goes('Home', 'rowStart');
	goes('End', 'rowEnd');
	goes('Ctrl+Home', 'start');
	goes('Ctrl+End', 'end');
	goes('Cmd+ArrowDown', 'end');
	goes('Shift+ArrowDown', 'down', true);
	goes('Shift+PageUp', 'pageUp', true);
	goes('Ctrl+Shift+End', 'end', true);
	goes('Shift+ArrowLeft', 'left');
	does('Space', { kind: 'select', mode: 'toggle' });
	does('Ctrl+Space', { kind: 'select', mode: 'toggle' });
	does('Shift+Space', { kind: 'select', mode: 'range' });
	does('Ctrl+a', { kind: 'all' });
	does('Cmd+a', { kind: 'all' });
	does('Escape', { kind: 'none' });
	does('Enter', { kind: 'act', action: 'open' });
	does('Ctrl+Enter', { kind: 'act', action: 'openAside' });
	does('Ctrl+c', { kind: 'act', action: 'copyTable' });
	for (const keys of ['a', 'Tab', 'Alt+ArrowDown', 'ContextMenu', 'Shift+F10', 'Ctrl+Shift+a', 'constructor'])
		does(keys, undefined);

	const atGroup = (keys: string, open: boolean, toggles: boolean) =>
		it(`${keys} at a group that is ${open ? 'open' : 'closed'}`, () => {
			const { kind } = keyAction(pressed(keys), { key: 'Won', open }) ?? {};
			assert.equal(kind === 'toggleGroup', toggles);
		});
	atGroup('Enter', true, true);
	atGroup('Space', false, true);
	atGroup('ArrowRight', false, true);
	atGroup('ArrowRight', true, false);
	atGroup('ArrowLeft', true, true);
	atGroup('ArrowLeft', false, false);
	atGroup('ArrowDown', true, false);
	atGroup('Shift+Space', true, false);
});

describe('a key at a heading', () => {
	const does = (keys: string, expected: ReturnType<typeof headingKey>) =>
		it(keys, () => assert.deepEqual(headingKey(pressed(keys)), expected));
	does('ArrowLeft', { kind: 'go', move: 'left' });
	does('ArrowDown', { kind: 'go', move: 'down' });
	does('End', { kind: 'go', move: 'rowEnd' });
	does('Alt+ArrowLeft', { kind: 'reorder', by: -1 });
	does('Alt+ArrowRight', { kind: 'reorder', by: 1 });
	does('Alt+Shift+ArrowLeft', { kind: 'resize', by: -16 });
	does('Alt+Shift+ArrowRight', { kind: 'resize', by: 16 });
	does('Alt+ArrowDown', { kind: 'filter' });
	for (const keys of [
		'Enter',
		'Space',
		'Shift+Enter',
		'Ctrl+ArrowLeft',
		'Alt+ArrowUp',
		'Alt+toString',
		'ArrowUp',
	])
		does(keys, undefined);
});
