import assert from 'node:assert/strict';
import type { Exploration, ExplorationChange } from '../../../../src/listing/exploration.ts';
import { updateIn } from './smallTenant.ts';

/** What somebody sees who only looks anew at what is said to have changed, as the tree does. */
export class Shown {
	readonly #exploration: Exploration;
	readonly #seen = new Map<string, string | undefined>();
	readonly #told = new Set<string>();
	#everywhere = true;
	events = 0;

	constructor(exploration: Exploration) {
		this.#exploration = exploration;
		exploration.onDidChange((change) => this.#hear(change));
	}

	/** Looks at what was told of; once nobody loads, what is seen must be what is there. */
	check(): void {
		const { feeds, grouping } = this.#exploration;
		const there = this.#there();
		for (const { key } of grouping.nodes)
			if (this.#everywhere || this.#told.has(key)) this.#seen.set(key, there.get(key));
		this.#told.clear();
		this.#everywhere = false;
		if (feeds.some(({ state }) => state === 'loading')) return;
		for (const { key } of grouping.nodes)
			assert.equal(this.#seen.get(key), there.get(key), `${key} changed, and nobody said so`);
	}

	#there(): ReadonlyMap<string, string> {
		const there = new Map<string, string>();
		for (const { key, rows, loaded, complete, looked } of this.#exploration.arrangement.values()) {
			const ids = rows.map(({ referral }) => `${referral.id}.${updateIn(referral)}`);
			there.set(key, `${ids} ${loaded} ${complete} ${looked}`);
		}
		return there;
	}

	/** A count also stands in the branch above. */
	#hear(change: ExplorationChange): void {
		this.events += 1;
		if (!change) this.#everywhere = true;
		for (const key of change ?? []) {
			this.#told.add(key);
			const parent = this.#exploration.grouping.nodes.find((node) => node.key === key)?.parent;
			if (parent !== undefined) this.#told.add(parent);
		}
	}
}
