import type { Mask } from '../referral/mask/mask.ts';

let current: () => Mask | undefined = () => undefined;

/** Says, once for a window, whence the mask comes. */
export function maskedBy(mask: () => Mask | undefined): void {
	current = mask;
}

/** The mask of what is put into words now; undefined while nothing is masked. */
export function maskNow(): Mask | undefined {
	return current();
}
