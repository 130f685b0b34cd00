/** What the editor opens when the user clicks on it, with another program. */
export type LinkKind = 'mail' | 'phone' | 'map' | 'web';

/** A stretch of text on the details page. */
export type Piece =
	| {
			readonly kind: 'text';
			readonly text: string;
			/** How many more characters came, which the page doesn't show. */
			readonly left?: number;
	  }
	| {
			readonly kind: 'time';
			/** Milliseconds since 1970. */
			readonly instant: number;
	  }
	| { readonly kind: 'link'; readonly opens: LinkKind; readonly text: string };

/** A value of a referral as the details page shows it. */
export interface Block {
	/** The value itself, or what an object is called; may be empty when there are lines or items. */
	readonly pieces: readonly Piece[];
	/** The fields of an object. */
	readonly lines: readonly Line[];
	/** The elements of a list within. */
	readonly items: readonly Block[];
	/** How many more lines or items came, which the page doesn't show. */
	readonly left: number;
}

export interface Line {
	/** The wire's, which the label is of. */
	readonly name: string;
	readonly label: string;
	readonly block: Block;
}

/** A block of nothing but pieces. */
export function inline(...pieces: readonly Piece[]): Block {
	return { pieces, lines: [], items: [], left: 0 };
}

/** Whether a block says nothing. */
export function isBlank({ pieces, lines, items, left }: Block): boolean {
	return pieces.length + lines.length + items.length + left === 0;
}
