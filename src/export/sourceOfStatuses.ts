import type { Exploration } from '../listing/exploration.ts';
import type { Status } from '../referral/lifecycle.ts';
import { type ExportScope, type ExportSource, exportSource } from './source.ts';

/** The same of what only some statuses can have: of the whole query, no others are asked for. @param now milliseconds since 1970 */
export function sourceOfStatuses(
	shown: Exploration,
	scope: ExportScope,
	wanted: readonly Status[],
	now: () => number,
): ExportSource {
	const source = exportSource(shown, scope, now);
	if (typeof scope !== 'string') return source;
	const partitions = source.exploration.partitions.filter(({ status }) => status && wanted.includes(status));
	return { ...source, feeds: partitions.flatMap(({ key }) => source.exploration.feed(key) ?? []) };
}
