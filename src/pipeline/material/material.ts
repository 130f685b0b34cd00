import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Browsing } from '../../listing/browsing.ts';
import type { Subscription } from '../../listing/emitter.ts';
import type { Exploration } from '../../listing/exploration.ts';
import type { Alarm, Clock } from '../../referral/clock.ts';

/** How often it is looked for what has come while it comes, in milliseconds. */
const pace = 1_000;

/** Tells which rows there are of the active query, as they come: in the order of the tree, each once. */
export class Material {
	readonly #browsing: Browsing;
	readonly #clock: Clock;
	readonly #changed: (rows: readonly ListedReferral[]) => void;
	readonly #subscription: Subscription;
	#alarm: Alarm | undefined;

	/** @param changed hears of the rows, also when only what is known of one of them is another thing */
	constructor(browsing: Browsing, clock: Clock, changed: (rows: readonly ListedReferral[]) => void) {
		this.#browsing = browsing;
		this.#clock = clock;
		this.#changed = changed;
		this.#subscription = browsing.onDidChange(() => this.#lookSoon(0));
	}

	/** Looks now. */
	look(): void {
		const { exploration } = this.#browsing;
		this.#changed(exploration ? rowsOf(exploration) : []);
		// A feed that loads everything tells of doublings alone.
		if (exploration?.feeds.some(({ state }) => state === 'loading')) this.#lookSoon(pace);
	}

	dispose(): void {
		this.#subscription.dispose();
		this.#alarm?.dispose();
	}

	/** What happens at once is looked at once, and what comes in the meantime waits no longer than that. */
	#lookSoon(wait: number): void {
		if (this.#alarm && wait > 0) return;
		this.#alarm?.dispose();
		this.#alarm = this.#clock.at(this.#clock.now() + wait, () => {
			this.#alarm = undefined;
			this.look();
		});
	}
}

function rowsOf({ arrangement, grouping }: Exploration): readonly ListedReferral[] {
	const branches = [...arrangement.values()].filter(({ lens, partitions }) => !lens && partitions.length > 0);
	const rows = branches.flatMap((branch) => branch.rows);
	// By status a row stands in one branch; by anything else in several.
	return grouping.feed === undefined ? rows : [...new Set(rows)];
}
