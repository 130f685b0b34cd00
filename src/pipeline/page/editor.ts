import { isRecord, post } from '../../editor/page/host.ts';
import type { ToPage } from '../messages/lines.ts';
import type { FromPage } from '../messages/requests.ts';
import type { PipelineState } from '../messages/state.ts';

/** Asks the editor for something. */
export function ask(message: FromPage): void {
	post(message);
}

/** Whether something is what the editor tells this page. */
export function isChange(value: unknown): value is Partial<PipelineState> {
	if (!isRecord(value)) return false;
	const { cover, head, body, selection, charts } = value;
	return (
		[cover, head, body, selection].every((part) => part === undefined || isRecord(part)) &&
		(charts === undefined || Array.isArray(charts))
	);
}

/** Whether something is what the editor tells this page besides its state. */
export function isTold(
	value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, unknown>> & ToPage {
	const { type, stamp, from, line, lines, column, values } = value;
	if (type === 'lines') return typeof stamp === 'number' && typeof from === 'number' && Array.isArray(lines);
	if (type === 'values') return typeof column === 'string' && Array.isArray(values);
	return type === 'reveal' && typeof stamp === 'number' && typeof line === 'number';
}
