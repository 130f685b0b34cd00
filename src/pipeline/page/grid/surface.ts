import type { Density } from '../../wishes/table.ts';
import { Scrolling } from './scrolling.ts';
import { offsetFor, type Span, spanInSight } from './span.ts';

/** How high a line is, in pixels. */
const lineHeights: { readonly [density in Density]: number } = { comfortable: 30, compact: 24 };

/** No screen is higher; without a bound, a page without its style would draw all lines there are. In pixels. */
const tallest = 5_000;

/** What scrolls: headings above, lines, and totals below them, of which only the lines move up and down. */
export class Surface {
	readonly element = document.createElement('div');
	readonly head = part('head');
	readonly totals = part('totals');
	readonly #lines: HTMLElement;
	readonly #scrolling = new Scrolling();
	#count = 0;
	#lineHeight = lineHeights.comfortable;
	#view = 0;
	#widths: readonly number[] = [];

	/** @param lines what the lines stand in @param moved draws what is in sight now */
	constructor(lines: HTMLElement, moved: () => void) {
		this.#lines = lines;
		this.element.className = 'grid';
		this.element.append(this.head, lines, this.totals);
		this.element.addEventListener('scroll', () => {
			this.#scrolling.scrolled(this.element.scrollTop);
			moved();
		});
		this.element.addEventListener('scrollend', () => {
			this.#scrollTo(this.#scrolling.settle());
			moved();
		});
		const sizes = new ResizeObserver(() => {
			this.#measure();
			moved();
		});
		for (const each of [this.element, this.head, this.totals]) sizes.observe(each);
	}

	get lineHeight(): number {
		return this.#lineHeight;
	}

	/** What the place of a line has to be lessened by, in pixels. */
	get shift(): number {
		return this.#scrolling.shift;
	}

	/** How many lines are in sight as a whole. */
	get page(): number {
		return Math.max(1, Math.floor(this.#view / this.#lineHeight));
	}

	get span(): Span {
		return spanInSight({ ...this.#sight, lines: this.#count });
	}

	/** There are as many lines. */
	hold(count: number): void {
		this.#count = count;
		this.#resize();
	}

	set density(density: Density) {
		// What is uppermost stays so.
		const line = this.#scrolling.offset / this.#lineHeight;
		this.#lineHeight = lineHeights[density];
		this.element.style.setProperty('--line-height', `${this.#lineHeight}px`);
		this.element.classList.toggle('compact', density === 'compact');
		this.#resize();
		this.#scrollTo(this.#scrolling.moveTo(line * this.#lineHeight));
	}

	/** How wide columns are, in pixels. */
	set widths(widths: readonly number[]) {
		this.#widths = widths;
		this.element.style.setProperty('--columns', widths.map((width) => `${width}px`).join(' '));
		this.element.style.setProperty('--width', `${widths.reduce((sum, width) => sum + width, 0)}px`);
		this.#pin();
	}

	/** Scrolls as little as it takes to see a line, and a column, as a whole. */
	show(line: number, column?: number): void {
		if (line >= 0) this.#scrollTo(this.#scrolling.moveTo(offsetFor(line, this.#sight)));
		if (column !== undefined && column > 0) this.#showColumn(column);
	}

	#showColumn(column: number): void {
		const [first = 0] = this.#widths;
		const left = this.#widths.slice(0, column).reduce((sum, width) => sum + width, 0);
		const right = left + (this.#widths[column] ?? 0);
		const { scrollLeft, clientWidth } = this.element;
		const covered = this.#pins ? first : 0;
		if (left < scrollLeft + covered) this.element.scrollLeft = left - covered;
		else if (right > scrollLeft + clientWidth)
			this.element.scrollLeft = Math.min(left - covered, right - clientWidth);
	}

	/** Whether the first column stays in sight, because it leaves room for others. */
	get #pins(): boolean {
		return (this.#widths[0] ?? 0) < this.element.clientWidth / 2;
	}

	get #sight(): { readonly offset: number; readonly height: number; readonly lineHeight: number } {
		return { offset: this.#scrolling.offset, height: this.#view, lineHeight: this.#lineHeight };
	}

	#measure(): void {
		const height = this.element.clientHeight - this.head.offsetHeight - this.totals.offsetHeight;
		this.#view = Math.max(0, Math.min(tallest, height));
		this.#resize();
		this.#pin();
	}

	#pin(): void {
		this.element.classList.toggle('pinned', this.#pins);
	}

	#resize(): void {
		this.#scrolling.resize(this.#count * this.#lineHeight, this.#view);
		this.#lines.style.height = `${this.#scrolling.height}px`;
		this.#scrollTo(this.#scrolling.way);
	}

	#scrollTo(way: number): void {
		// Browsers round what they have scrolled, so that there would be no end to a difference of less than a pixel.
		if (Math.abs(this.element.scrollTop - way) >= 1) this.element.scrollTop = way;
	}
}

function part(name: string): HTMLElement {
	const element = document.createElement('div');
	element.className = name;
	element.setAttribute('role', 'rowgroup');
	return element;
}
