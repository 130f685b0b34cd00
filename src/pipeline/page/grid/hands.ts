import type { Line } from '../../messages/lines.ts';
import type { FromPage, RowAction, SelectMode } from '../../messages/requests.ts';
import type { Current } from './current.ts';
import { type KeyAction, keyAction } from './keyAction.ts';
import type { LineStore } from './lineStore.ts';
import { type Extent, headingLine, type Move, type Place, placeAfter } from './place.ts';
import type { Row } from './row.ts';
import type { Rows } from './rows.ts';

/** What hands reach for. */
export interface Reach {
	readonly rows: Rows;
	readonly current: Current;
	readonly store: LineStore;
	ask(message: FromPage): void;
	extent(): Extent;
}

/** What hears of what they did. */
export interface Felt {
	/** Another cell is the current one. */
	went(): void;
	/** From the first line up. */
	wentUp(column: number): void;
	/** Other rows are selected. */
	selected(): void;
}

/** What keys and the mouse do among the lines. */
export class Hands {
	readonly #reach: Reach;
	readonly #felt: Felt;
	/** Whether a range goes from what was selected last, and not from where one has gone since. */
	#isAnchored = false;

	constructor(reach: Reach, felt: Felt) {
		this.#reach = reach;
		this.#felt = felt;
		const { element } = reach.rows;
		element.addEventListener('keydown', (event) => this.#press(event));
		element.addEventListener('mousedown', (event) => this.#point(event));
		element.addEventListener('click', (event) => this.#click(event));
		element.addEventListener('dblclick', (event) => this.#clickTwice(event));
		document.addEventListener('copy', (event) => this.#copy(event));
	}

	#press(event: KeyboardEvent): void {
		const content = this.#content;
		const action = keyAction(event, content?.kind === 'group' ? content : undefined);
		if (!action) return;
		event.preventDefault();
		// The editor has other things to do at some of these keys.
		event.stopPropagation();
		this.#do(action);
	}

	#do(action: KeyAction): void {
		if (action.kind === 'move') this.#move(action.move, action.extends);
		else if (action.kind === 'select') this.#select(action.mode);
		else if (action.kind === 'act') this.#act(action.action);
		else if (action.kind === 'toggleGroup') this.#reach.ask({ type: 'toggleGroup', key: action.key });
		else this.#selectAll(action.kind === 'all');
	}

	#move(move: Move, isRange: boolean): void {
		const { current } = this.#reach;
		const next = placeAfter(move, current.place, this.#reach.extent());
		if (next.line === headingLine) {
			if (!isRange) this.#felt.wentUp(next.column);
			return;
		}
		if (isRange) this.#anchor();
		else if (next.line !== current.place.line) this.#isAnchored = false;
		this.#go(next);
		if (isRange) this.#tellSelect('range');
	}

	#go(place: Place): void {
		this.#reach.current.go(place, this.#reach.store.at(place.line));
		this.#felt.went();
	}

	#select(mode: SelectMode): void {
		if (mode === 'range') this.#anchor();
		this.#isAnchored = true;
		this.#tellSelect(mode);
	}

	/** A range begins where one is, unless something was selected there before. */
	#anchor(): void {
		if (!this.#isAnchored) this.#tellSelect('only');
		this.#isAnchored = true;
	}

	#tellSelect(mode: SelectMode): void {
		const { ask, store, current } = this.#reach;
		ask({ type: 'select', stamp: store.stamp, line: current.place.line, mode });
		this.#felt.selected();
	}

	#selectAll(all: boolean): void {
		this.#isAnchored = false;
		this.#reach.ask({ type: all ? 'selectAll' : 'selectNone' });
		this.#felt.selected();
	}

	#act(action: RowAction): void {
		const { id } = this.#reach.current;
		if (id) this.#reach.ask({ type: 'act', action, id });
	}

	/** A click gives the focus to a cell; the browser would give it to what is around it, and select text. */
	#point(event: MouseEvent): void {
		const at = this.#rowAt(event);
		if (!at) return;
		event.preventDefault();
		if (event.shiftKey && event.button === 0) this.#anchor();
		this.#go({ line: at.row.line, column: at.column });
	}

	#click(event: MouseEvent): void {
		const content = this.#rowAt(event)?.row.content;
		if (content?.kind === 'group') this.#reach.ask({ type: 'toggleGroup', key: content.key });
		if (content?.kind === 'row') this.#select(modeOf(event));
	}

	#clickTwice(event: MouseEvent): void {
		if (this.#rowAt(event)?.row.content?.kind === 'row') this.#act('open');
	}

	#copy(event: ClipboardEvent): void {
		const { element } = this.#reach.rows;
		if (!element.contains(document.activeElement) || document.getSelection()?.isCollapsed === false) return;
		event.preventDefault();
		this.#act('copyTable');
	}

	#rowAt({ target }: Event): { readonly row: Row; readonly column: number } | undefined {
		if (!(target instanceof Element)) return undefined;
		const row = this.#reach.rows.holding(target);
		return row && { row, column: Math.max(0, row.columnOf(target.closest('.cell'))) };
	}

	get #content(): Line | undefined {
		return this.#reach.store.at(this.#reach.current.place.line);
	}
}

function modeOf({ shiftKey, ctrlKey, metaKey }: MouseEvent): SelectMode {
	if (shiftKey) return 'range';
	return ctrlKey || metaKey ? 'toggle' : 'only';
}
