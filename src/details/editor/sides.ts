import * as vscode from 'vscode';
import { presenting } from '../../editor/presenting.ts';
import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { Subscription } from '../../listing/emitter.ts';
import type { Session } from '../../listing/session.ts';
import { differingSides, type OtherSide, otherSideOf } from '../../referral/sides/words.ts';
import type { Subject } from '../subject.ts';

/** Nobody reads more above a page. */
const most = 5;

/** The other sides of the engagement of the referral on a page, put into words once for each of their states. */
export class Sides {
	readonly #changed: () => void;
	#made = new WeakMap<ListedReferral, { readonly own: ListedReferral; readonly side: OtherSide }>();
	#session: Session | undefined;
	#following: Subscription | undefined;

	/** @param changed hears that what is known of others may be something else, also where no list has them */
	constructor(changed: () => void) {
		this.#changed = changed;
	}

	/** Where those that are known say something else than the one on the page, each in one line. */
	told({ state, session }: Pick<Subject, 'state' | 'session'>): readonly string[] {
		this.#follow(session);
		if (!state || !session) return [];
		const others = session.store.siblingsOf(state.referral);
		return differingSides(state, others, most, (other) => this.beside(state, other)).map(
			({ owner, differences }) => vscode.l10n.t('{0}: {1}', owner, differences),
		);
	}

	/** One of them beside the one on the page. */
	beside(own: ListedReferral, other: ListedReferral): OtherSide {
		const made = this.#made.get(other);
		if (made?.own === own) return made.side;
		const side = otherSideOf(own, other, presenting());
		this.#made.set(other, { own, side });
		return side;
	}

	/** What is shown of them is something else now. */
	forget(): void {
		this.#made = new WeakMap();
	}

	dispose(): void {
		this.#following?.dispose();
	}

	#follow(session: Session | undefined): void {
		if (session === this.#session) return;
		this.#following?.dispose();
		this.#session = session;
		this.#following = session?.store.onDidChange(this.#changed);
	}
}
