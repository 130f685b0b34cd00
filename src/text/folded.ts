import { visible } from './visible.ts';
import { withoutEntities } from './withoutEntities.ts';

/**
 * What a text is found by: `Ångström` and `angstrom` are the same word to whoever looks for it, and so are texts that look
 * the same, whatever quotes, dashes, blanks, entities or invisible marks they are made of. It is one line.
 */
export function folded(text: string): string {
	if (plain.test(text)) return text.toLowerCase();
	return shown(text)
		.replace(/[‘’‚‛ʼʹ′´`]/g, "'")
		.replace(/[“”„‟«»″〝〞]/g, '"')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[\p{Pd}−]/gu, '-')
		.replace(special, (letter) => letters.get(letter) ?? letter)
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
}

/** Words of ASCII with a blank between them, as most texts are, in which there can be no entity. */
const plain = /^(?:[!-%'-_a-~]+(?: [!-%'-_a-~]+)*)?$/;

/** Letters that are no other letter with a mark, and what people type for them. */
const letters: ReadonlyMap<string, string> = new Map(
	Object.entries({
		...{ ß: 'ss', ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd' },
		...{ þ: 'th', ħ: 'h', æ: 'ae', œ: 'oe', ς: 'σ' },
	}),
);
const special = new RegExp(`[${[...letters.keys()].join('')}]`, 'g');

/** More layers of entities are somebody's joke. */
const mostLayers = 5;

/** Somebody looks for what is shown, in which an entity may be one of what was an entity before. */
function shown(text: string): string {
	let now = text;
	for (let layer = 0; layer < mostLayers; layer++) {
		const next = visible(withoutEntities(visible(now).replace(/&(?:amp;)+/gi, '&')));
		if (next === now) break;
		now = next;
	}
	return now;
}
