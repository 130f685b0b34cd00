import type { ListedReferral } from '../../listing/arranging/listed.ts';
import type { ColumnContext } from '../columns/column.ts';

/** What a table needs of the world. */
export interface TableAround {
	/** Lets others have their turn. */
	rest(): Promise<void>;
	/** Milliseconds that only ever grow, by which slices are measured. */
	elapsed(): number;
	context(): ColumnContext;
	/** The newest state of a referral, by which its line is found sooner. */
	stateOf?(id: string): ListedReferral | undefined;
	/** Its lines, counts or totals are other ones, or it has begun or ended putting rows into order. Must not throw. */
	changed(): void;
}
