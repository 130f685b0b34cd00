import type { Line } from '../../messages/lines.ts';
import type { Place } from './place.ts';

/** How long somebody has to stay at a row for others to follow, in milliseconds. */
const pause = 150;

/** Where the keyboard is: a cell, and the row that it is of, which it follows when rows are put into another order. */
export class Current {
	#place: Place = { line: 0, column: 0 };
	/** Empty for a group, and while the row is under way. */
	#id = '';
	#isToTell = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #tell: (id: string) => void;

	/** @param tell hears of the row that the user went to */
	constructor(tell: (id: string) => void) {
		this.#tell = tell;
	}

	get place(): Place {
		return this.#place;
	}

	get id(): string {
		return this.#id;
	}

	/** The user goes to a cell. @param content what is shown there, undefined while it is under way */
	go(place: Place, content: Line | undefined): void {
		if (place.line !== this.#place.line) this.#isToTell = true;
		this.follow(place);
		if (content) this.see(content);
	}

	/** It is somewhere else from now on, without anybody having gone there. @param id of the row, where it is known */
	follow(place: Place, id = ''): void {
		if (place.line !== this.#place.line || id) this.#id = id;
		this.#place = place;
	}

	/** What stands there is known now, or is another one. */
	see(content: Line): void {
		this.#id = content.kind === 'row' ? content.id : '';
		if (!this.#isToTell) return;
		this.#isToTell = false;
		clearTimeout(this.#timer);
		const id = this.#id;
		if (id) this.#timer = setTimeout(() => this.#tell(id), pause);
	}
}
