import type { ColumnFilter } from '../wishes/filter.ts';
import type { WishedColumn } from '../wishes/table.ts';

/** What a page asks for that needs no more than its name. */
export const plainRequests = [
	...(['load', 'loadAll', 'refresh', 'resolve', 'clearFilters', 'searchFilters'] as const),
	...(['chooseColumns', 'toggleDensity', 'toggleCharts', 'selectAll', 'selectNone'] as const),
] as const;
export type PlainRequest = (typeof plainRequests)[number];

/** What is done with the rows that are selected, or with the current one where none is. */
export const rowActions = [
	...(['open', 'openAside', 'compare', 'exportSelection'] as const),
	...(['copyTable', 'copyCsv', 'copyMarkdown', 'copyIds', 'copyBriefs'] as const),
] as const;
export type RowAction = (typeof rowActions)[number];

/** How a click or a key changes what is selected: this row alone, this one besides, or all from the last one to this one. */
export const selectModes = ['only', 'toggle', 'range'] as const;
export type SelectMode = (typeof selectModes)[number];

/** What the pipeline page tells the editor. */
export type FromPage =
	| { readonly type: PlainRequest }
	| { readonly type: 'lines'; readonly stamp: number; readonly from: number; readonly count: number }
	/** Ascending, then descending, then no longer; `add` keeps the order by other columns before it. */
	| { readonly type: 'sort'; readonly column: string; readonly add: boolean }
	| { readonly type: 'filter'; readonly column: string; readonly filter: ColumnFilter | undefined }
	| { readonly type: 'values'; readonly column: string }
	| { readonly type: 'groupBy'; readonly column: string }
	| { readonly type: 'toggleGroup'; readonly key: string }
	/** The widths of all columns that are shown, in their new order. */
	| { readonly type: 'columns'; readonly columns: readonly WishedColumn[] }
	| { readonly type: 'select'; readonly stamp: number; readonly line: number; readonly mode: SelectMode }
	/** The user went to a row, which the tree and the details follow. */
	| { readonly type: 'current'; readonly id: string }
	| { readonly type: 'act'; readonly action: RowAction; readonly id: string }
	| ChartRequest;

/** What is asked of a chart, by its id. */
export type ChartRequest =
	/** Counts or a currency; by what else it can be seen. */
	| { readonly type: 'choose'; readonly chart: string; readonly choice: string }
	/** Shows only what a mark counts, or no longer; `search` makes it a condition of the query, which the tree follows. */
	| { readonly type: 'mark'; readonly chart: string; readonly mark: string; readonly search: boolean }
	| { readonly type: 'saveCsv'; readonly chart: string }
	/** A picture of it, in base64. */
	| { readonly type: 'savePng'; readonly chart: string; readonly png: string }
	/** The drawings of all charts, as SVG, in their order. */
	| { readonly type: 'print'; readonly drawings: readonly string[] };
