import type { Mask } from '../../referral/mask/mask.ts';
import type { Facts } from './facts.ts';
import type { Mark } from './seen.ts';

/** A mark without what is not to be seen of what was, and of what is. */
export function shownMark(mark: Mark, mask: Mask): Mark {
	const now = shown(mark.now, mask);
	if (mark.kind === 'new') return { ...mark, now };
	const { value, closing, expiry, ...texts } = mark.before.texts;
	return {
		...mark,
		now,
		before: {
			...mark.before,
			texts: {
				...texts,
				...(value !== undefined && !mask.hidesValues && { value }),
				...(closing !== undefined && { closing: mask.date(closing) }),
				...(expiry !== undefined && { expiry: mask.date(expiry) }),
			},
		},
	};
}

function shown({ texts, ...facts }: Facts, mask: Mask): Facts {
	const { value, closing, expiry } = texts;
	return {
		...facts,
		texts: {
			...texts,
			value: mask.hidesValues ? '' : value,
			closing: mask.date(closing),
			expiry: mask.date(expiry),
		},
	};
}
