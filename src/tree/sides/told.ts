import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Subscription } from '../../listing/emitter.ts';
import type { ReferralStore } from '../../listing/store.ts';
import type { Presenter } from '../../referral/presenter.ts';
import { differingSides, otherSideOf } from '../../referral/sides/words.ts';
import type { Fact } from '../../referral/tooltip.ts';

/** Nobody reads more in a tooltip. */
const most = 5;

/** Of more rows nobody remembers what was said when pointing at them. */
const mostRows = 200;

/**
 * Says in tooltips where other sides of an engagement differ. The editor keeps a tooltip for as long as it keeps the row, so
 * that it has to hear when one that it was given would be another one now.
 */
export class SidesTold {
	readonly #presenter: Presenter;
	readonly #changed: (element: string) => void;
	readonly #rows = new Map<string, { readonly id: string; readonly said: string }>();
	#store: ReferralStore | undefined;
	#following: Subscription | undefined;

	/** @param changed hears of rows of which something else is to be said */
	constructor(presenter: Presenter, changed: (element: string) => void) {
		this.#presenter = presenter;
		this.#changed = changed;
	}

	/** Where the known other sides of a row's engagement differ, one a line; `text` and `label` may be a stranger's. */
	tell(element: string, shown: ListedReferral, store: ReferralStore): readonly Fact[] {
		this.#follow(store);
		const facts = this.#factsOf(shown, store);
		this.#rows.delete(element);
		this.#rows.set(element, { id: shown.referral.id, said: JSON.stringify(facts) });
		for (const oldest of this.#rows.keys()) {
			if (this.#rows.size <= mostRows) break;
			this.#rows.delete(oldest);
		}
		return facts;
	}

	dispose(): void {
		this.#following?.dispose();
		this.#rows.clear();
	}

	#follow(store: ReferralStore): void {
		if (store === this.#store) return;
		this.dispose();
		this.#store = store;
		this.#following = store.onDidChange(() => this.#lookAgain(store));
	}

	#lookAgain(store: ReferralStore): void {
		for (const [element, { id, said }] of this.#rows) {
			const shown = store.get(id);
			if (shown && JSON.stringify(this.#factsOf(shown, store)) === said) continue;
			this.#rows.delete(element);
			this.#changed(element);
		}
	}

	#factsOf(shown: ListedReferral, store: ReferralStore): readonly Fact[] {
		const beside = (sibling: ListedReferral) => otherSideOf(shown, sibling, this.#presenter);
		return differingSides(shown, store.siblingsOf(shown.referral), most, beside).map(
			({ owner, differences }) => ({ label: owner, text: differences }),
		);
	}
}
