/** Chrome makes nothing higher than some 33 million pixels, and places imprecisely what is further down than half of that. */
const tallest = 12_000_000;

/**
 * Where one is in lines that are higher than what a browser can scroll through. There is a way to go that the browser
 * scrolls, and an offset in the lines; as long as all lines fit, both are the same. All lengths are in pixels.
 */
export class Scrolling {
	/** How far the browser has scrolled. */
	#way = 0;
	#offset = 0;
	#full = 0;
	#view = 0;

	/** How high what the browser scrolls has to be. */
	get height(): number {
		return Math.min(this.#full, tallest);
	}

	/** How far down in the lines the upper edge is. */
	get offset(): number {
		return this.#offset;
	}

	get way(): number {
		return this.#way;
	}

	/** What the place of a line has to be lessened by to stand where it belongs. */
	get shift(): number {
		return this.#offset - this.#way;
	}

	/** All lines together have another height, or what is seen of them. */
	resize(full: number, view: number): void {
		this.#full = full;
		this.#view = view;
		this.moveTo(this.#offset);
	}

	/** The browser has scrolled: a little moves the lines as far, and whoever drags the bar comes to its share of them. */
	scrolled(way: number): void {
		const by = way - this.#way;
		this.#way = way;
		if (way <= 0) this.#offset = 0;
		else if (way >= this.#longestWay) this.#offset = this.#lowest;
		else if (Math.abs(by) <= 2 * this.#view) this.#offset = this.#bounded(this.#offset + by);
		else this.#offset = this.#bounded(way * this.#ratio);
	}

	/** Goes to an offset. Returns how far the browser then has to have scrolled. */
	moveTo(offset: number): number {
		this.#offset = this.#bounded(offset);
		return this.settle();
	}

	/** After many little ways, the bar has to stand where the lines are. Returns how far the browser then has to have scrolled. */
	settle(): number {
		this.#way = this.#ratio > 0 ? this.#offset / this.#ratio : 0;
		return this.#way;
	}

	get #longestWay(): number {
		return Math.max(0, this.height - this.#view);
	}

	get #lowest(): number {
		return Math.max(0, this.#full - this.#view);
	}

	get #ratio(): number {
		return this.#longestWay > 0 ? this.#lowest / this.#longestWay : 0;
	}

	#bounded(offset: number): number {
		return Math.max(0, Math.min(this.#lowest, offset));
	}
}
