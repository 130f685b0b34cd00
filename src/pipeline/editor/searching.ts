import { queryWith } from '../wishes/asQuery.ts';
import type { PipelinePanel } from './panel.ts';

/** Asks the service for what the filters of the columns leave, as far as they can be conditions of the query. */
export async function searchFilters(panel: PipelinePanel): Promise<void> {
	const { browsing, search } = panel.around;
	const { query, rest } = queryWith(await browsing.query.recall(), panel.contents.table.wishes.filters);
	panel.wish({ filters: rest });
	await search(query);
}
