import type { Memento } from 'vscode';
import { writeUntilKept } from './writeUntilKept.ts';

/**
 * How often the user signed out and in again, for all windows: odd while signed out. A number tells more than whether: who
 * remembers one knows that there was a sign-out since, even when somebody has signed in again.
 */
export interface Turns {
	readonly now: number;
	/** Known here at once; resolves when it is written for the other windows. */
	take(to: 'in' | 'out'): Promise<void>;
}

export function isOut(turn: number): boolean {
	return turn % 2 === 1;
}

/** The turn that comes next; signing in again is none, while signing out always is one. */
function nextTurn(turn: number, to: 'in' | 'out'): number {
	if (to === 'in') return isOut(turn) ? turn + 1 : turn;
	return isOut(turn) ? turn + 2 : turn + 1;
}

/** Whether the user signed out between two turns. */
export function signedOutBetween(earlier: number, later: number): boolean {
	return later < earlier || Math.ceil(later / 2) > Math.ceil(earlier / 2);
}

const name = 'signedOut';

/**
 * The turns in a memory that windows share. What another window writes there is read here a moment later, with no event and
 * no reload: after 0.2 s in a browser. Two windows that write in the same moment take each other's number; the later counts.
 */
export function turnsIn(memory: Memento): Turns {
	let latest = 0;
	return {
		get now() {
			latest = Math.max(latest, numberIn(memory.get(name)));
			return latest;
		},
		async take(to) {
			const before = this.now;
			latest = nextTurn(before, to);
			if (latest === before) return;
			await writeUntilKept(memory, name, (kept) => (numberIn(kept) < latest ? latest : undefined));
		},
	};
}

/** It was written as a boolean once. */
function numberIn(kept: unknown): number {
	if (typeof kept === 'number' && Number.isSafeInteger(kept)) return kept;
	return kept === true ? 1 : 0;
}
