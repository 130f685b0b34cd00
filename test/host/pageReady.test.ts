import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import * as vscode from 'vscode';
import { Page, type Panel } from '../../src/editor/panel/page.ts';

interface Shown {
	readonly number: number;
	readonly text: string;
}

/** A panel whose page is not there yet, as when the editor is slow, or puts it into another place before it has run. */
function panelOf(told: unknown[]): { readonly panel: Panel; says(message: object): void } {
	const messages = new vscode.EventEmitter<unknown>();
	const never = new vscode.EventEmitter<never>().event;
	const webview = {
		html: '',
		onDidReceiveMessage: messages.event,
		postMessage: async (message: unknown) => told.push(message) > 0,
	};
	const rest = {
		title: '',
		active: true,
		visible: true,
		viewColumn: undefined,
		reveal: () => {},
		dispose: () => {},
	};
	return {
		panel: { ...rest, webview, onDidChangeViewState: never, onDidDispose: never },
		says: (message) => messages.fire(message),
	};
}

describe('what a page is told', () => {
	let state: Shown;
	let told: unknown[];
	let page: Page<Shown, unknown>;
	let says: (message: object) => void;
	beforeEach(() => {
		state = { number: 1, text: 'as it was' };
		told = [];
		const made = panelOf(told);
		says = made.says;
		const look = { code: { script: '', style: '' }, title: 'Test', section: 'test' };
		page = new Page<Shown, unknown>(made.panel, look, {
			state: () => state,
			read: () => undefined,
			answer: () => {},
			failed: () => {},
			focused: () => {},
			closed: () => {},
		});
	});

	async function changes(change: Partial<Shown>): Promise<void> {
		state = { ...state, ...change };
		page.changed();
		await turn();
	}

	it('is nothing once it is ready, since all is in its document', () => {
		says({ type: 'ready' });
		assert.deepEqual(told, []);
	});

	it('is said again once it is ready, where it was said before that', async () => {
		await changes({ number: 2 });
		says({ type: 'ready' });
		assert.deepEqual(told, [
			{ type: 'change', number: 2 },
			{ type: 'change', number: 2, text: 'as it was' },
		]);
	});

	it('is everything when it begins anew', async () => {
		says({ type: 'ready' });
		await changes({ text: 'as it is' });
		says({ type: 'ready' });
		assert.deepEqual(told, [
			{ type: 'change', text: 'as it is' },
			{ type: 'change', number: 1, text: 'as it is' },
		]);
	});
});
