import { oneLine } from './oneLine.ts';
import { withoutEntities } from './withoutEntities.ts';

/** The name of a deal or a company as it is shown: one line, without the entities of HTML that some forms write into names. */
export function nameText(name: string | undefined): string {
	return oneLine(withoutEntities(name ?? ''));
}
