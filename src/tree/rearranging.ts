import type { Browsing } from '../listing/browsing.ts';
import type { Exploration } from '../listing/exploration.ts';
import type { Alarm, Clock } from '../referral/clock.ts';

/** Lets what needs attention be looked at again once time alone has changed it. */
export class Rearranging {
	readonly #browsing: Browsing;
	readonly #clock: Clock;
	readonly #subscription: { dispose(): void };
	#alarm: Alarm | undefined;

	constructor(browsing: Browsing, clock: Clock) {
		this.#browsing = browsing;
		this.#clock = clock;
		this.#subscription = browsing.onDidChange(() => this.#follow());
		this.#follow();
	}

	dispose(): void {
		this.#subscription.dispose();
		this.#alarm?.dispose();
	}

	#follow(): void {
		const { exploration } = this.#browsing;
		this.#alarm?.dispose();
		const next = exploration?.picking.nextChange(idsIn(exploration)) ?? Number.POSITIVE_INFINITY;
		if (Number.isFinite(next)) this.#alarm = this.#clock.at(next, () => exploration?.rearrange());
	}
}

function* idsIn({ feeds }: Exploration): Iterable<string> {
	for (const { ids } of feeds) yield* ids;
}
