import { queries } from '../query/editor/savedQueries.ts';
import { savedNameIn } from '../tree/saved/element.ts';
import type { Stage } from './stage.ts';

/** Searches with the saved query of a row. What was removed meanwhile, the tree is about to be told. */
export async function showSavedQuery({ view }: Stage, given: string | undefined): Promise<void> {
	const name = savedNameIn(given);
	const saved = queries.own().saved.find((each) => each.name === name);
	if (saved) await view.search(saved.query);
}

/** Takes a saved query's row away; the query stays among the saved ones. */
export async function hideSavedQuery(given: string | undefined): Promise<void> {
	const name = savedNameIn(given);
	if (name !== undefined) await queries.showAsRow(name, false);
}

/** Lets the user choose which saved queries are rows. */
export async function showAsRows(): Promise<void> {
	const { pickRows } = await import('../query/editor/pickRows.ts');
	await pickRows(queries);
}
