import type { Group, Grouped } from './view.ts';

/** So many groups are all open at first. */
const mostOpen = 20;

/** Which groups of a table are open. */
export class OpenGroups {
	/** The column that groups are made by. */
	#by = '';
	/** Whether those are that the user didn't open or close; undefined until there are some. */
	#usually: boolean | undefined;
	readonly #toggled = new Set<string>();

	/** There are groups; those of the same column don't open or close by themselves when they become more or less. */
	meet({ by, groups }: Grouped): void {
		if (by !== this.#by) {
			this.#usually = undefined;
			this.#toggled.clear();
		}
		this.#by = by;
		if (groups.length > 0) this.#usually ??= groups.length <= mostOpen;
	}

	toggle(key: string): void {
		if (!this.#toggled.delete(key)) this.#toggled.add(key);
	}

	has({ key }: Group): boolean {
		return (this.#usually ?? true) !== this.#toggled.has(key);
	}
}
