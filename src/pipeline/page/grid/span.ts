/** Lines from one to another, which no longer belongs to them. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** What is seen of lines of the same height. All lengths are in pixels. */
export interface Sight {
	/** How far down the first line begins above the upper edge. */
	readonly offset: number;
	readonly height: number;
	readonly lineHeight: number;
	readonly lines: number;
}

/** The lines of which at least a part is in sight. */
export function spanInSight({ offset, height, lineHeight, lines }: Sight): Span {
	const from = Math.max(0, Math.min(lines, Math.floor(offset / lineHeight)));
	const to = Math.max(from, Math.min(lines, Math.ceil((offset + height) / lineHeight)));
	return { from, to };
}

/** With some more lines on both sides, as far as there are any. */
export function widened({ from, to }: Span, by: number, lines: number): Span {
	return { from: Math.max(0, from - by), to: Math.min(lines, to + by) };
}

/** How far down one has to be to see a line as a whole; where one is when it is in sight. */
export function offsetFor(line: number, { offset, height, lineHeight }: Omit<Sight, 'lines'>): number {
	const top = line * lineHeight;
	if (top < offset || lineHeight > height) return top;
	return Math.max(offset, top + lineHeight - height);
}
