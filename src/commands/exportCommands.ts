import { offersFor } from '../editor/offersFor.ts';
import type { ExportWishes } from '../export/editor/pickScope.ts';
import type { Exploration } from '../listing/exploration.ts';
import { idIn } from './chosen/idIn.ts';
import { pickedIn } from './chosen/pickedIn.ts';
import type { Command } from './commands.ts';
import type { Stage } from './stage.ts';

/** The commands that make something to be taken elsewhere, of a row, of several, or of whatever the user chooses. */
export function exportCommands(stage: Stage): Readonly<Record<string, Command>> {
	const wanting =
		(run: (exploration: Exploration, wishes: ExportWishes) => Promise<void>): Command =>
		async (given, several) => {
			const exploration = await stage.browsing.opened();
			await run(exploration, wishesFor(stage, exploration, given, several));
		};
	return {
		export: wanting(async (exploration, wishes) => {
			const { exportReferrals } = await import('../export/editor/exportReferrals.ts');
			await exportReferrals(exploration, wishes);
		}),
		exportExpiries: wanting(async (exploration, wishes) => {
			const { exportExpiries } = await import('../export/calendar/editor/exportExpiries.ts');
			await exportExpiries(exploration, wishes);
		}),
		exportBulk: wanting(async (exploration, wishes) => {
			const { exportBulk } = await import('../export/bulk/editor/exportBulk.ts');
			await exportBulk(exploration, wishes);
		}),
		copyDigest: async () =>
			(await import('../export/digest/editor/copyDigest.ts')).copyDigest(stage.browsing),
	};
}

/** What is to be exported, as far as the row says it that a command was given. */
function wishesFor(
	{ extension, view }: Stage,
	exploration: Exploration,
	given: string | undefined,
	several: readonly string[] | undefined,
): ExportWishes {
	const read = (elements: readonly string[]) => pickedIn(elements, exploration.grouping.name);
	const row = view.rowOf(given);
	return {
		branch: row?.kind === 'branch' ? row.branch : undefined,
		picked: several || idIn(given) !== undefined ? read(several ?? [given ?? '']) : undefined,
		rowsSelected: view.selected.all.length > 1 ? read(view.selected.all) : undefined,
		selected: view.selection?.branch,
		loadAll: (feeds) => view.loadAll(feeds),
		waysOut: (failure) => offersFor(failure, extension),
	};
}
