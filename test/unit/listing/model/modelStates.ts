import assert from 'node:assert/strict';
import type { ReferralStore } from '../../../../src/listing/store.ts';
import { type Row, updateIn } from './smallTenant.ts';

/** The newest states, plainly: the highest update of each, and nothing that nobody holds after tidying. */
export class ModelStates {
	readonly rows = new Map<string, Row>();
	/** Of what the store said since it was last emptied. */
	readonly told = new Set<string>();

	/** @param whole whether they were asked for by id, which is told of also when nothing but that is new */
	put(rows: readonly Row[], whole = false): void {
		for (const row of rows) {
			const known = this.rows.get(row.id);
			if (!known || row.updated >= known.updated) this.rows.set(row.id, row);
			if (!known || row.updated > known.updated || (whole && row.updated === known.updated))
				this.told.add(row.id);
		}
	}

	drop(id: string): void {
		if (this.rows.delete(id)) this.told.add(id);
	}

	tidy(held: ReadonlySet<string>): void {
		for (const id of this.rows.keys()) if (!held.has(id)) this.rows.delete(id);
	}

	/** Takes what the store has for what it should have. */
	adopt(store: ReferralStore): void {
		this.rows.clear();
		for (const { referral } of store.all()) {
			const pair = `${referral.status}/${referral.substatus}`;
			const row = {
				id: referral.id,
				created: Number(referral.id.slice(1)),
				pair,
				updated: updateIn(referral),
			};
			this.rows.set(row.id, row);
		}
	}

	check(store: ReferralStore): void {
		const known = [...store.all()].map(({ referral }) => `${referral.id} ${updateIn(referral)}`);
		const expected = [...this.rows.values()].map(({ id, updated }) => `${id} ${updated}`);
		assert.deepEqual(known.sort(), expected.sort());
	}
}
