import type { Line } from '../../messages/lines.ts';
import type { Place } from './place.ts';
import { Row, type RowLook } from './row.ts';
import type { Span } from './span.ts';

/** What is drawn, and how. */
export interface Scene {
	readonly span: Span;
	/** Where the keyboard is, which is drawn wherever it is, so that it keeps the focus. */
	readonly current: Place;
	readonly lineHeight: number;
	/** What the place of a line has to be lessened by, in pixels. */
	readonly shift: number;
	readonly look: RowLook;
	readonly at: (line: number) => Line | undefined;
}

/** The elements of the lines in sight. Those that leave it become those that come. */
export class Rows {
	readonly element = document.createElement('div');
	#rows = new Map<number, Row>();

	constructor() {
		this.element.className = 'lines';
		this.element.setAttribute('role', 'rowgroup');
	}

	draw(scene: Scene): void {
		const wanted = linesOf(scene);
		const free = [...this.#rows].filter(([line]) => !wanted.has(line)).map(([, row]) => row);
		const next = new Map<number, Row>();
		for (const line of wanted) {
			const row = this.#rows.get(line) ?? free.pop() ?? this.#newRow();
			next.set(line, row);
			row.draw({
				line,
				content: scene.at(line),
				currentColumn: line === scene.current.line ? scene.current.column : -1,
				top: line * scene.lineHeight - scene.shift,
				look: scene.look,
			});
		}
		for (const row of free) row.element.remove();
		this.#rows = next;
	}

	/** The row of a line, where it is drawn. */
	at(line: number): Row | undefined {
		return this.#rows.get(line);
	}

	/** The row that an element is in. */
	holding(element: Element | null): Row | undefined {
		const found = element?.closest('.line');
		return [...this.#rows.values()].find((row) => row.element === found);
	}

	/** What shows a line shows another one from now on, as when the same row stands in another place. */
	move(from: number, to: number): void {
		const [moved, other] = [this.#rows.get(from), this.#rows.get(to)];
		if (!moved || from === to) return;
		this.#rows.set(to, moved);
		if (other) this.#rows.set(from, other);
		else this.#rows.delete(from);
	}

	/** Puts elements into the order of their lines, which is that in which they are read out. The one with the focus stays. */
	order(): void {
		const rows = [...this.#rows.values()].sort((one, other) => one.line - other.line);
		const kept = Math.max(
			0,
			rows.findIndex(({ element }) => element.contains(document.activeElement)),
		);
		for (let index = kept - 1; index >= 0; index--) {
			const [element, next] = [rows[index]?.element, rows[index + 1]?.element];
			if (element && next && element.nextSibling !== next) next.before(element);
		}
		for (let index = kept + 1; index < rows.length; index++) {
			const [element, before] = [rows[index]?.element, rows[index - 1]?.element];
			if (element && before && element.previousSibling !== before) before.after(element);
		}
	}

	#newRow(): Row {
		const row = new Row();
		this.element.append(row.element);
		return row;
	}
}

function linesOf({ span, current }: Scene): ReadonlySet<number> {
	const lines = new Set<number>();
	if (current.line >= 0) lines.add(current.line);
	for (let line = span.from; line < span.to; line++) lines.add(line);
	return lines;
}
