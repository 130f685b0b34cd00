import { asPlain } from './asPlain.ts';
import { longest } from './longest.ts';
import { oneLine } from './oneLine.ts';

/**
 * A text that somebody else may have written, for an item of a list from which people pick: on one line, with nothing in it
 * that would be drawn as an icon or would turn the text around it.
 */
export function asItem(text: string): string {
	return asPlain(oneLine(text, longest.item));
}
