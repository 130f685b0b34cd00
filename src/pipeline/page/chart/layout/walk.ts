import { least } from 'd3-array';
import type { PlacedMark } from './scene.ts';

/** Where a key leads. */
interface Direction {
	readonly along: 'column' | 'row';
	readonly across: 'column' | 'row';
	readonly step: 1 | -1;
}

const directions: ReadonlyMap<string, Direction> = new Map([
	['ArrowLeft', { along: 'column', across: 'row', step: -1 }],
	['ArrowRight', { along: 'column', across: 'row', step: 1 }],
	['ArrowUp', { along: 'row', across: 'column', step: -1 }],
	['ArrowDown', { along: 'row', across: 'column', step: 1 }],
]);

/**
 * The mark that a key leads to from one of them: the nearest one in the next row or column that has some; where none has, to the
 * left and right, the one before or after it, as days of a week are followed by those of the next; or the first or the last
 * one of all. Undefined where a key leads nowhere.
 */
export function markAt(key: string, from: PlacedMark, marks: readonly PlacedMark[]): PlacedMark | undefined {
	if (key === 'Home') return marks[0];
	if (key === 'End') return marks.at(-1);
	const direction = directions.get(key);
	if (!direction) return undefined;
	const { along, across, step } = direction;
	const ahead = marks.filter((each) => (each[along] - from[along]) * step > 0);
	const far = (each: PlacedMark, way: 'column' | 'row') => Math.abs(each[way] - from[way]);
	const nearest = least(
		ahead,
		(one, other) => far(one, along) - far(other, along) || far(one, across) - far(other, across),
	);
	if (nearest || along === 'row') return nearest;
	const place = marks.findIndex(({ mark }) => mark.id === from.mark.id) + step;
	return place < 0 ? undefined : marks[place];
}
