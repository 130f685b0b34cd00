import { queries } from '../query/editor/savedQueries.ts';
import { savedNameIn } from '../tree/saved/element.ts';
import type { Command } from './commands.ts';
import type { Stage } from './stage.ts';

/** The commands on the pipeline page. */
export function pipelineCommands(stage: Stage): Readonly<Record<string, Command>> {
	return {
		openPipeline: (given) => openPipeline(stage, given),
	};
}

/** Opens the page: with what a group or a saved query has where one was given, else as it is. */
async function openPipeline(stage: Stage, given: string | undefined): Promise<void> {
	const { browsing, view } = stage;
	const { pipelineOn } = await import('./pipelinePage.ts');
	const name = savedNameIn(given);
	const saved = name === undefined ? undefined : queries.own().saved.find((each) => each.name === name);
	if (saved) await view.search(saved.query);
	const row = view.rowOf(given);
	const exploration = await browsing.opened();
	const branch = row && exploration.arrangement.get(row.branch);
	await pipelineOn(stage).open(branch);
}
