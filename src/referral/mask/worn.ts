import type { Mask } from './mask.ts';

/** Makes the mask that is worn from now on. @param before what was worn in the same session, whose numbers go on to hold */
export type MakeMask = (before: Mask | undefined) => Mask;

/** Knows whether what is shown is masked. */
export interface MaskSource {
	/** The same as long as things are masked in the same way; undefined while nothing is. */
	readonly make: MakeMask | undefined;
	/** Resolves once `make` is what the user wants; nothing of a customer may be shown before. Never rejects. */
	readonly ready: Promise<unknown>;
}

/** What has one mask, or none, at any time. */
export interface Masked {
	readonly mask: Mask | undefined;
}

/** The mask of one session, with the numbers by which things are told in it, whether they are masked just now or not. */
export class WornMask implements Masked {
	readonly #source: Pick<MaskSource, 'make'>;
	#maker: MakeMask | undefined;
	#made: Mask | undefined;

	constructor(source: Pick<MaskSource, 'make'> = unmasked) {
		this.#source = source;
	}

	/** Undefined while what is shown is what was sent. */
	get mask(): Mask | undefined {
		const { make } = this.#source;
		if (make === undefined) return undefined;
		if (make !== this.#maker || !this.#made) this.#made = make(this.#made);
		this.#maker = make;
		return this.#made;
	}

	/** The numbers are those of nobody any more. */
	forget(): void {
		this.#made = undefined;
	}
}

/** Where nothing is ever masked. */
export const unmasked: MaskSource = { make: undefined, ready: Promise.resolve() };
