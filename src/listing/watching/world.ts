import type { Clock } from '../../referral/clock.ts';
import type { Event } from '../emitter.ts';
import type { Presence } from './presence.ts';

/** What watching needs of the world. */
export interface World {
	readonly clock: Clock;
	/** From 0 up to 1. */
	readonly random: () => number;
	readonly presence: Pick<Presence, 'present' | 'touched' | 'onDidChange'>;
	/** The service asks for a pause, until so many milliseconds since 1970. */
	readonly onDidPause: Event<number>;
}
