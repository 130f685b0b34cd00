import { render } from 'lit';
import type { FromPage } from '../../messages/requests.ts';
import type { Body, Head, Heading } from '../../messages/state.ts';
import { HeadingHands, idOf } from './headingHands.ts';
import { headingsView } from './headings.ts';
import { headingLine, type Move } from './place.ts';
import type { Surface } from './surface.ts';
import { totalsView } from './totals.ts';

/** What the table needs of the page around it. */
export interface Around {
	ask(message: FromPage): void;
	/** Has a screen reader say something. */
	say(text: string): void;
	/** Opens what a column is filtered with. @param button what it belongs to */
	filter(heading: Heading, button: HTMLElement): void;
}

/** The headings above the lines, and the totals below them. */
export class Frame {
	readonly #surface: Surface;
	readonly #around: Around;
	readonly #hands: HeadingHands;

	/** @param go a key goes to another heading, or down */
	constructor(surface: Surface, around: Around, go: (move: Move) => void) {
		this.#surface = surface;
		this.#around = around;
		this.#hands = new HeadingHands(surface, { ask: around.ask, say: around.say, go });
	}

	hear({ columns }: Head): void {
		this.#surface.widths = columns.map(({ width }) => width);
		this.#hands.hear(columns);
	}

	/** Returns the column whose heading has the focus, which is in another place now, if there is one. @param column the current one */
	draw({ columns }: Head, body: Body, column: number): number | undefined {
		const { ask, filter } = this.#around;
		const { head, totals } = this.#surface;
		const focused = head.contains(document.activeElement) ? idOf(document.activeElement) : '';
		const sort = (id: string, add: boolean) => ask({ type: 'sort', column: id, add });
		render(headingsView(columns, column, { sort, filter }), head);
		render(totalsView(body, columns), totals);
		const place = columns.findIndex(({ id }) => id === focused);
		return place >= 0 && idOf(document.activeElement) !== focused ? place : undefined;
	}

	/** Gives the focus to the heading of a column, in the same of its buttons as before. */
	focus(column: number): void {
		const { head } = this.#surface;
		const isFilter = head.contains(document.activeElement) && document.activeElement?.matches('.filter');
		this.#surface.show(headingLine, column);
		const found = head.querySelectorAll<HTMLElement>(isFilter ? '.filter' : '.sort')[column];
		found?.focus({ preventScroll: true });
	}
}
