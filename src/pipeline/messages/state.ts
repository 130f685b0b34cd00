import type { ColumnFilter } from '../wishes/filter.ts';
import type { Density } from '../wishes/table.ts';
import type { Chart } from './chart.ts';

/** What the pipeline page shows, in parts, each of which is told when it is another one. All texts are words for a reader. */
export interface PipelineState {
	readonly cover: Cover;
	readonly head: Head;
	readonly body: Body;
	readonly selection: Selection;
	/** Empty while they are folded away. */
	readonly charts: readonly Chart[];
}

/** What the page covers, and what went wrong. */
export interface Cover {
	/** Such as "2,340 of 2,500+ loaded · Filter: …". */
	readonly text: string;
	/** Whether there is nothing on the page before the user presses Load. */
	readonly wantsLoad: boolean;
	readonly busy: boolean;
	readonly canLoadAll: boolean;
	/** A sentence, and what its button is called; both empty when there is nothing to say. */
	readonly notice: { readonly text: string; readonly action: string };
}

/** What stands above the rows. */
export interface Head {
	/** Those that are shown, in their order; the first one stays in sight. */
	readonly columns: readonly Heading[];
	readonly density: Density;
	/** The column that rows are grouped by; empty for none. */
	readonly groupedBy: string;
	/** What rows can be grouped by. */
	readonly groupings: readonly Choice[];
	/** Whether the filters of the columns can be asked of the service, as conditions of the query. */
	readonly canSearch: boolean;
	readonly chartsOpen: boolean;
}

/** A choice, by its id, in words. */
interface Choice {
	readonly id: string;
	readonly label: string;
}

export interface Heading {
	readonly id: string;
	readonly label: string;
	/** In pixels. */
	readonly width: number;
	/** Whether it is of numbers, which stand at the end of a cell. */
	readonly isNumber: boolean;
	/** 1 for the one that rows are put into order by first; 0 for none. */
	readonly sortRank: number;
	readonly isDescending: boolean;
	readonly filterKind: FilterKind;
	/** Undefined where every row is shown, whatever it has here. */
	readonly filter?: ColumnFilter;
	/** The same in words; empty without one. */
	readonly filterText: string;
}

/** How a column can be filtered: by words in it, from a number to another, from a day to another, or by its values. */
export type FilterKind = 'words' | 'numbers' | 'days' | 'values';

/** What stands below the headings. */
export interface Body {
	/** Another one whenever lines are other ones; what was told under an earlier one counts no more. */
	readonly stamp: number;
	/** Rows and groups that can be scrolled to. */
	readonly lines: number;
	/** Where the row that the page told of last as the current one stands now, which the keyboard follows; none where it is not among them. */
	readonly current?: { readonly id: string; readonly line: number };
	/** Whether rows are being put into order. */
	readonly busy: boolean;
	/** What is said when there are no lines; empty while there are. */
	readonly emptyText: string;
	/** A cell of the row of totals for each column. */
	readonly totals: readonly string[];
}

/**
 * What is selected. Other rows being selected doesn't make lines other ones: the stamp stays, and the page asks anew for the
 * lines in sight after it has told of it, and when this is another one.
 */
export interface Selection {
	readonly count: number;
	/** Such as "3 selected"; empty for none. */
	readonly text: string;
}
