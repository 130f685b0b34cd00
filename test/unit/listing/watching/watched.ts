import assert from 'node:assert/strict';
import { Browsing } from '../../../../src/listing/browsing.ts';
import { Emitter } from '../../../../src/listing/emitter.ts';
import type { Exploration } from '../../../../src/listing/exploration.ts';
import { Sessions } from '../../../../src/listing/sessions.ts';
import { Watch } from '../../../../src/listing/watching/watch.ts';
import type { ReferralsClient } from '../../../../src/partner/referralsClient.ts';
import { ActiveQuery } from '../../../../src/query/activeQuery.ts';
import { everything, type Query } from '../../../../src/query/query.ts';
import { HandClock } from '../../handClock.ts';

/** Whether somebody is there, as a test says it. */
export class HandPresence {
	readonly #changes = new Emitter<void>();
	#present = true;
	touched = 0;

	readonly onDidChange = this.#changes.event;

	get present(): boolean {
		return this.#present;
	}

	set present(present: boolean) {
		this.#present = present;
		this.#changes.fire();
	}
}

interface Watched {
	readonly browsing: Browsing;
	readonly watch: Watch;
	readonly presence: HandPresence;
	readonly clock: HandClock;
	/** What is being browsed, of which there must be something. */
	exploration(): Exploration;
}

interface Wishes {
	readonly query?: Query;
	readonly clock?: HandClock;
	readonly pauses?: Emitter<number>;
	readonly random?: () => number;
}

/** Watches what a client finds, by a clock in hand, and by waits in the middle of what they may be. */
export async function watching(
	client: ReferralsClient,
	{
		query = everything,
		clock = new HandClock(Date.UTC(2026, 2, 2, 8)),
		pauses = new Emitter<number>(),
		random = () => 0.5,
	}: Wishes = {},
): Promise<Watched> {
	const sessions = new Sessions(async () => ({ source: 'partnerCenter', client, close: async () => {} }));
	const memory = { read: async (): Promise<Query> => query, write: () => {} };
	const browsing = new Browsing(sessions, new ActiveQuery(memory), () => clock.now());
	const presence = new HandPresence();
	const watch = new Watch(browsing, { clock, random, presence, onDidPause: pauses.event });
	await browsing.open();
	const exploration = () => browsing.exploration ?? assert.fail('nothing is browsed');
	return { browsing, watch, presence, clock, exploration };
}
