import type { ToPage } from '../../messages/lines.ts';
import type { Body, Head, PipelineState } from '../../messages/state.ts';
import { Asking } from './asking.ts';
import { Current } from './current.ts';
import { type Around, Frame } from './frame.ts';
import { Hands } from './hands.ts';
import { LineStore } from './lineStore.ts';
import { type Move, placeAfter, placeWithin } from './place.ts';
import type { RowLook } from './row.ts';
import { Rows } from './rows.ts';
import { widened } from './span.ts';
import { Surface } from './surface.ts';
import { hasTotals } from './totals.ts';

/** How many lines beyond those in sight are drawn, and how many are known. */
const [drawnAhead, knownAhead] = [8, 60];
/** For how long there has to be rest before lines are put into the order in which they are read out, in milliseconds. */
const rest = 150;

/** The table: as many elements as are in sight, of however many lines. */
export class Grid {
	readonly #store = new LineStore();
	readonly #rows = new Rows();
	readonly #surface: Surface;
	readonly #asking: Asking;
	readonly #current: Current;
	readonly #frame: Frame;
	#head: Head | undefined;
	#body: Body | undefined;
	#look: RowLook = { columns: [], isGrouped: false };
	#resting: ReturnType<typeof setTimeout> | undefined;

	constructor(around: Around) {
		this.#surface = new Surface(this.#rows.element, () => this.#draw());
		this.#asking = new Asking(
			this.#store,
			(ask) => around.ask({ type: 'lines', ...ask }),
			() => widened(this.#surface.span, knownAhead, this.#store.count),
		);
		this.#current = new Current((id) => around.ask({ type: 'current', id }));
		this.#frame = new Frame(this.#surface, around, (move) => this.#goFromHeading(move));
		new Hands(
			{
				ask: around.ask,
				rows: this.#rows,
				current: this.#current,
				store: this.#store,
				extent: () => this.#extent,
			},
			{
				went: () => this.#went(),
				wentUp: (column) => this.#focusHeading(column),
				selected: () => this.#selected(),
			},
		);
		// What was revealed while somebody was elsewhere has the focus when they are back.
		window.addEventListener('focus', () => this.#hasFocus && this.focus());
	}

	/** What stands on the page. */
	get element(): HTMLElement {
		return this.#surface.element;
	}

	/** The id of the row that the keyboard is at; empty for none. */
	get currentId(): string {
		return this.#current.id;
	}

	/** Takes in what is other than before, and draws. */
	hear({ head, body, selection }: Partial<PipelineState>): void {
		const hadFocus = this.#hasFocus;
		if (head) this.#hearHead(head);
		if (body) this.#hearBody(body);
		if (selection) this.#store.expire();
		this.#drawFrame();
		this.#draw();
		if (hadFocus && !this.#hasFocus) this.focus();
	}

	/** Takes in what was asked for. */
	told(message: ToPage): void {
		if (message.type === 'lines' && this.#store.take(message.stamp, message.from, message.lines)) {
			this.#findRow();
			this.#draw();
		}
		if (message.type === 'reveal' && message.stamp === this.#store.stamp) this.#reveal(message.line);
	}

	/** Gives the keyboard the cell that it was at last, or its heading where there is no line. */
	focus(): void {
		const { line, column } = this.#current.place;
		if (this.#store.count === 0) this.#focusHeading(column);
		else this.#rows.at(line)?.cell(column)?.focus({ preventScroll: true });
	}

	#hearHead(head: Head): void {
		if (head.density !== this.#head?.density) this.#surface.density = head.density;
		this.#frame.hear(head);
		const ids = (shown: Head | undefined) => shown?.columns.map(({ id }) => id).join('\n');
		// Cells under headings that they don't belong to would be worse than none.
		if (ids(head) !== ids(this.#head)) this.#store.forget();
		const isGrouped = head.groupedBy !== '';
		const columns = head.columns.map(({ isNumber }) => ({ isNumber }));
		if (JSON.stringify({ columns, isGrouped }) !== JSON.stringify(this.#look))
			this.#look = { columns, isGrouped };
		this.#head = head;
		this.element.setAttribute('role', isGrouped ? 'treegrid' : 'grid');
		this.element.ariaColCount = String(columns.length);
	}

	#hearBody(body: Body): void {
		this.#body = body;
		this.#store.restart(body.stamp, body.lines);
		this.#surface.hold(body.lines);
		this.#followRow(body);
		this.element.ariaRowCount = String(body.lines + (hasTotals(body) ? 2 : 1));
		this.element.ariaBusy = String(body.busy);
	}

	/** The row that the keyboard is at may stand elsewhere now. */
	#followRow({ current }: Body): void {
		const { place, id } = this.#current;
		this.#moveTo(current && current.id === id ? current.line : place.line, id);
	}

	/** Where nobody said so, it is found when it is near. */
	#findRow(): void {
		const { place, id } = this.#current;
		const line = id && this.#store.isNew(place.line) ? this.#store.lineOf(id) : undefined;
		if (line !== undefined) this.#moveTo(line, id);
	}

	/** What shows the row that the keyboard is at shows it in its new place, so that it keeps the focus. */
	#moveTo(line: number, id: string): void {
		const { place } = this.#current;
		const next = placeWithin({ ...place, line }, this.#extent);
		this.#rows.move(place.line, next.line);
		this.#current.follow(next, next.line === line ? id : '');
	}

	#reveal(line: number): void {
		const hadFocus = document.hasFocus() && this.#hasFocus;
		this.#current.follow(placeWithin({ ...this.#current.place, line }, this.#extent));
		this.#surface.show(line);
		this.#draw();
		if (hadFocus) this.focus();
	}

	get #hasFocus(): boolean {
		return this.#rows.element.contains(document.activeElement);
	}

	get #extent() {
		return { lines: this.#store.count, columns: this.#look.columns.length, page: this.#surface.page };
	}

	/** The user has gone to another cell. */
	#went(): void {
		const { line, column } = this.#current.place;
		this.#surface.show(line, column);
		this.#drawFrame();
		this.#draw();
		this.focus();
	}

	#focusHeading(column: number): void {
		this.#current.follow({ ...this.#current.place, column });
		this.#drawFrame();
		this.#draw();
		this.#frame.focus(column);
	}

	#goFromHeading(move: Move): void {
		const { column } = this.#current.place;
		const isDown = move === 'down';
		if (!isDown) this.#focusHeading(placeAfter(move, { line: 0, column }, this.#extent).column);
		if (!isDown || this.#store.count === 0) return;
		this.#current.go({ line: 0, column }, this.#store.at(0));
		this.#went();
	}

	/** What the user has selected is known to the editor, which is asked how lines look now. */
	#selected(): void {
		this.#store.expire();
		this.#asking.look();
	}

	#drawFrame(): void {
		if (!this.#head || !this.#body) return;
		const elsewhere = this.#frame.draw(this.#head, this.#body, this.#current.place.column);
		if (elsewhere !== undefined) this.#focusHeading(elsewhere);
	}

	#draw(): void {
		if (!this.#head) return;
		const { place } = this.#current;
		this.#rows.draw({
			span: widened(this.#surface.span, drawnAhead, this.#store.count),
			current: this.#store.count > 0 ? place : { ...place, line: -1 },
			lineHeight: this.#surface.lineHeight,
			shift: this.#surface.shift,
			look: this.#look,
			at: (line) => this.#store.at(line),
		});
		const content = this.#store.isNew(place.line) ? this.#store.at(place.line) : undefined;
		if (content) this.#current.see(content);
		this.#asking.look();
		clearTimeout(this.#resting);
		this.#resting = setTimeout(() => this.#rows.order(), rest);
	}
}
