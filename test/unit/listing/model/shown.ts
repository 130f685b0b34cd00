import assert from 'node:assert/strict';
import type { Exploration, ExplorationChange } from '../../../../src/listing/exploration.ts';
import { updateIn } from './smallTenant.ts';

/** What somebody sees who only looks anew at what is said to have changed, as the tree does. */
export class Shown {
	readonly #exploration: Exploration;
	#seen = new Map<string, string>();
	#told = new Set<string>();
	#everywhere = true;
	events = 0;

	constructor(exploration: Exploration) {
		this.#exploration = exploration;
		exploration.onDidChange((change) => this.#hear(change));
	}

	/** What is seen must be what is there, once nobody loads. */
	check(): void {
		const { arrangement, feeds } = this.#exploration;
		if (feeds.some(({ state }) => state === 'loading')) return;
		const there = new Map<string, string>();
		for (const { key, rows, loaded, complete, looked } of arrangement.values()) {
			const ids = rows.map(({ referral }) => `${referral.id}.${updateIn(referral)}`);
			there.set(key, `${ids} ${loaded} ${complete} ${looked}`);
		}
		for (const { key, parent } of this.#exploration.grouping.nodes) {
			if (this.#everywhere || this.#told.has(key)) continue;
			assert.equal(this.#seen.get(key), there.get(key), `${key} (in ${parent}) changed, and nobody said so`);
		}
		this.#seen = there;
		this.#told = new Set();
		this.#everywhere = false;
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
