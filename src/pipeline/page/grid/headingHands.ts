import * as l10n from '@vscode/l10n';
import type { FromPage } from '../../messages/requests.ts';
import type { Heading } from '../../messages/state.ts';
import type { WishedColumn } from '../../wishes/table.ts';
import { moved, placeAt, resized } from './columnOrder.ts';
import { headingKey } from './headingKey.ts';
import type { Move } from './place.ts';
import type { Surface } from './surface.ts';

/** What hears of what is done with the headings. */
export interface HeadingFelt {
	ask(message: FromPage): void;
	/** Has a screen reader say something. */
	say(text: string): void;
	/** A key goes to another heading, or down. */
	go(move: Move): void;
}

/** How far the mouse moves before it drags, in pixels. */
const threshold = 5;

/** What keys and the mouse do with the headings, besides what their buttons do: columns get other widths and places. */
export class HeadingHands {
	readonly #surface: Surface;
	readonly #felt: HeadingFelt;
	/** Empty until there are headings. */
	#headings: readonly Heading[] = [];
	/** What was asked for last, which the editor may not have heard of yet. */
	#columns: readonly WishedColumn[] = [];
	readonly #mark = document.createElement('div');
	/** Whether the button that the mouse was pressed on isn't pressed when it is let go. */
	#wasDragged = false;

	constructor(surface: Surface, felt: HeadingFelt) {
		this.#surface = surface;
		this.#felt = felt;
		this.#mark.className = 'drop';
		this.#mark.hidden = true;
		const { head } = surface;
		surface.element.append(this.#mark);
		head.addEventListener('keydown', (event) => this.#press(event));
		head.addEventListener('pointerdown', (event) => this.#point(event));
		head.addEventListener('click', (event) => this.#click(event), { capture: true });
	}

	hear(headings: readonly Heading[]): void {
		this.#headings = headings;
		this.#columns = headings.map(({ id, width }) => ({ id, width }));
	}

	#press(event: KeyboardEvent): void {
		const key = headingKey(event);
		const id = idOf(event.target);
		if (!key || !id) return;
		event.preventDefault();
		event.stopPropagation();
		if (key.kind === 'go') this.#felt.go(key.move);
		else if (key.kind === 'filter') buttonIn(event.target)?.click();
		else if (key.kind === 'reorder') this.#move(id, this.#placeOf(id) + key.by);
		else this.#widen(id, key.by);
	}

	#widen(id: string, by: number): void {
		this.#wish(resized(this.#columns, id, (this.#columnOf(id)?.width ?? 0) + by));
		this.#felt.say(l10n.t('{0} is {1} pixels wide.', this.#labelOf(id), this.#columnOf(id)?.width ?? 0));
	}

	#move(id: string, place: number): void {
		const next = moved(this.#columns, id, place);
		this.#columns = next;
		this.#felt.ask({ type: 'columns', columns: next });
		const at = this.#placeOf(id) + 1;
		this.#felt.say(l10n.t('{0} is column {1} of {2}.', this.#labelOf(id), at, next.length));
	}

	#wish(columns: readonly WishedColumn[]): void {
		this.#show(columns);
		this.#felt.ask({ type: 'columns', columns });
	}

	#show(columns: readonly WishedColumn[]): void {
		this.#columns = columns;
		this.#surface.widths = columns.map(({ width }) => width);
	}

	#point(event: PointerEvent): void {
		const { target, button } = event;
		this.#wasDragged = false;
		const id = idOf(target);
		if (button !== 0 || !id || !(target instanceof Element)) return;
		if (target.closest('.edge')) this.#dragEdge(event, target, id);
		else if (target.closest('.sort')) this.#dragColumn(event, target, id);
	}

	#dragEdge(event: PointerEvent, edge: Element, id: string): void {
		event.preventDefault();
		const width = this.#columnOf(id)?.width ?? 0;
		this.#drag(event, edge, {
			moved: (by) => this.#show(resized(this.#columns, id, width + by)),
			dropped: () => this.#felt.ask({ type: 'columns', columns: this.#columns }),
		});
	}

	#dragColumn(event: PointerEvent, button: Element, id: string): void {
		let place: number | undefined;
		this.#drag(event, button, {
			moved: (by, x) => {
				if (Math.abs(by) < threshold && place === undefined) return;
				this.#wasDragged = true;
				place = placeAt(this.#columns, x);
				this.#showMark(place);
			},
			dropped: () => {
				this.#mark.hidden = true;
				const from = this.#placeOf(id);
				if (place !== undefined && place !== from && place !== from + 1)
					this.#move(id, place > from ? place - 1 : place);
			},
		});
	}

	#drag({ pointerId, clientX }: PointerEvent, target: Element, drag: Drag): void {
		const { element } = this.#surface;
		const ended = new AbortController();
		const listen = { signal: ended.signal };
		target.setPointerCapture(pointerId);
		const x = (event: PointerEvent) =>
			event.clientX - element.getBoundingClientRect().left + element.scrollLeft;
		const follow = (event: Event) => {
			if (event instanceof PointerEvent) drag.moved(event.clientX - clientX, x(event));
		};
		target.addEventListener('pointermove', follow, listen);
		target.addEventListener(
			'lostpointercapture',
			() => {
				ended.abort();
				drag.dropped();
			},
			listen,
		);
	}

	#showMark(place: number): void {
		const left = this.#columns.slice(0, place).reduce((sum, { width }) => sum + width, 0);
		this.#mark.hidden = false;
		this.#mark.style.transform = `translate(${left}px, ${this.#surface.element.scrollTop}px)`;
	}

	#click(event: MouseEvent): void {
		if (!this.#wasDragged) return;
		this.#wasDragged = false;
		event.preventDefault();
		event.stopPropagation();
	}

	#placeOf(id: string): number {
		return this.#columns.findIndex((each) => each.id === id);
	}

	#columnOf(id: string): WishedColumn | undefined {
		return this.#columns.find((each) => each.id === id);
	}

	#labelOf(id: string): string {
		return this.#headings.find((each) => each.id === id)?.label ?? '';
	}
}

interface Drag {
	/** @param by pixels from where it began @param x pixels from the left edge of the first column */
	moved(by: number, x: number): void;
	dropped(): void;
}

function headingIn(target: EventTarget | null): HTMLElement | undefined {
	const found = target instanceof Element ? target.closest('.heading') : undefined;
	return found instanceof HTMLElement ? found : undefined;
}

/** The id of the column that something belongs to. */
export function idOf(target: EventTarget | null): string {
	return headingIn(target)?.dataset['column'] ?? '';
}

function buttonIn(target: EventTarget | null): HTMLElement | undefined {
	return headingIn(target)?.querySelector<HTMLElement>('.filter') ?? undefined;
}
