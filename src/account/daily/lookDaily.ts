import { readDailyLook } from '../settings.ts';
import type { Ground, Surroundings } from './look.ts';

/** Looks for what expires and what came in, where the user wants that; for everybody else not even its code is loaded. Never rejects. */
export async function lookDaily(ground: Ground, around: Surroundings): Promise<void> {
	if (!readDailyLook()) return;
	try {
		await (await import('./look.ts')).lookOnceADay(ground, around);
	} catch (error) {
		// What can be loaded no more cannot be told either.
		await ground.journal.defect(error).catch(() => {});
	}
}
