import type { Badge, GroupLine, Line, RowLine } from '../../messages/lines.ts';
import { rowContext } from './rowContext.ts';

/** How a line is drawn. */
export interface RowLook {
	readonly columns: readonly { readonly isNumber: boolean }[];
	readonly isGrouped: boolean;
}

/** What is drawn: a line, undefined while it is under way, and where. */
export interface Drawn {
	readonly line: number;
	readonly content: Line | undefined;
	/** Which cell the keyboard is at; -1 for none of this line. */
	readonly currentColumn: number;
	/** How far down it stands, in pixels. */
	readonly top: number;
	readonly look: RowLook;
}

/** An element that shows a line, and another one when it is drawn again. */
export class Row {
	readonly element = document.createElement('div');
	readonly #cells: HTMLElement[] = [];
	readonly #group = document.createElement('div');
	readonly #groupText = document.createElement('span');
	#drawn: Drawn | undefined;
	/** The cell that can be reached by Tab. */
	#marked: HTMLElement | undefined;
	/** The badges that the first cell has. */
	#badges: readonly Badge[] = [];

	constructor() {
		this.element.setAttribute('role', 'row');
		this.#group.className = 'whole';
		this.#group.setAttribute('role', 'gridcell');
		const label = document.createElement('bdi');
		this.#groupText.className = 'sum';
		this.#group.append(label, this.#groupText);
	}

	/** The line that it shows. */
	get line(): number {
		return this.#drawn?.line ?? -1;
	}

	get content(): Line | undefined {
		return this.#drawn?.content;
	}

	/** The cell of a column, or the only one. */
	cell(column: number): HTMLElement | undefined {
		return this.#drawn?.content?.kind === 'group' ? this.#group : this.#cells[column];
	}

	/** -1 for what is no cell of a column. */
	columnOf(cell: Element | null): number {
		return cell instanceof HTMLElement ? this.#cells.indexOf(cell) : -1;
	}

	draw(next: Drawn): void {
		const last = this.#drawn;
		this.#drawn = next;
		const { element } = this;
		if (last?.top !== next.top) element.style.transform = `translateY(${next.top}px)`;
		if (last?.line !== next.line) element.ariaRowIndex = String(next.line + 2);
		const hadFocus = last?.content?.kind !== next.content?.kind && element.contains(document.activeElement);
		if (!last || last.content !== next.content || last.look !== next.look) this.#fill(next, last);
		this.#mark(next.currentColumn);
		if (hadFocus) this.#marked?.focus({ preventScroll: true });
		const classes = classesOf(next);
		if (element.className !== classes) element.className = classes;
	}

	#fill({ content, look }: Drawn, last: Drawn | undefined): void {
		const isGroup = content?.kind === 'group';
		if (!last || isGroup !== (last.content?.kind === 'group') || last.look !== look)
			this.#shape(isGroup, look);
		if (isGroup) this.#fillGroup(content);
		else this.#fillCells(content, look);
	}

	/** Has it the cells that such a line has. */
	#shape(isGroup: boolean, { columns }: RowLook): void {
		while (this.#cells.length < columns.length) this.#cells.push(newCell(this.#cells.length));
		for (const cell of this.#cells.splice(columns.length)) cell.remove();
		for (const [index, { isNumber }] of columns.entries())
			this.#cells[index]?.classList.toggle('number', isNumber);
		this.#group.ariaColSpan = String(columns.length);
		this.#group.ariaColIndex = '1';
		this.element.replaceChildren(...(isGroup ? [this.#group] : this.#cells));
	}

	#fillGroup({ key, label, text, open }: GroupLine): void {
		const { element } = this;
		element.dataset['key'] = key;
		delete element.dataset['vscodeContext'];
		element.ariaExpanded = String(open);
		element.ariaLevel = '1';
		element.removeAttribute('aria-selected');
		const [name] = this.#group.children;
		if (name) name.textContent = label;
		this.#groupText.textContent = text;
	}

	#fillCells(row: RowLine | undefined, { isGrouped }: RowLook): void {
		const { element } = this;
		delete element.dataset['key'];
		element.removeAttribute('aria-expanded');
		if (isGrouped) element.ariaLevel = '2';
		else element.removeAttribute('aria-level');
		element.ariaSelected = String(row?.selected ?? false);
		if (row) element.dataset['vscodeContext'] = rowContext(row.id);
		else delete element.dataset['vscodeContext'];
		for (const [index, cell] of this.#cells.entries()) setText(cell, row?.cells[index] ?? '');
		this.#fillBadges(row?.badges ?? []);
	}

	#fillBadges(badges: readonly Badge[]): void {
		if (badges.length + this.#badges.length === 0) return;
		this.#badges = badges;
		const [first] = this.#cells;
		first?.replaceChildren(first.firstChild ?? '', ...badges.map(badgeElement));
	}

	/** Gives Tab the cell that the keyboard is at. What loses its place there can still have the focus, until another one gets it. */
	#mark(column: number): void {
		const cell = column < 0 ? undefined : this.cell(column);
		if (cell === this.#marked) return;
		if (this.#marked) this.#marked.tabIndex = -1;
		if (cell) cell.tabIndex = 0;
		this.#marked = cell;
	}
}

function classesOf({ content, line, currentColumn }: Drawn): string {
	const kind = content ? content.kind : 'waiting';
	const isSelected = content?.kind === 'row' && content.selected;
	return [
		...['line', kind],
		...(isSelected ? ['selected'] : []),
		...(line % 2 === 1 ? ['odd'] : []),
		...(currentColumn >= 0 ? ['current'] : []),
	].join(' ');
}

function newCell(index: number): HTMLElement {
	const cell = document.createElement('div');
	cell.className = 'cell';
	cell.setAttribute('role', index === 0 ? 'rowheader' : 'gridcell');
	cell.ariaColIndex = String(index + 1);
	const text = document.createElement('span');
	text.className = 'text';
	text.append('');
	cell.append(index === 0 ? text : (text.firstChild ?? ''));
	return cell;
}

/** The text stands first in a cell, and by itself but for the first cell. */
function setText(cell: HTMLElement, text: string): void {
	const first = cell.firstChild;
	const node = first instanceof Text ? first : first?.firstChild;
	if (node instanceof Text && node.data !== text) node.data = text;
}

function badgeElement({ tone, text, title }: Badge): HTMLElement {
	const badge = document.createElement('span');
	badge.classList.add('badge', tone);
	badge.setAttribute('role', 'img');
	badge.ariaLabel = title;
	badge.title = title;
	badge.textContent = text;
	return badge;
}
