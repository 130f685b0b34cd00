import { canonical, type Facts, type Watched, watched } from './facts.ts';
import { hashLength, keyLength } from './kept.ts';

/** Makes a salted hash of a text, as letters, digits, `-` and `_`; without the salt nobody can make the same. */
export type Digest = (text: string) => string;

/** What was seen, as far as it is known: of what was seen in another window or before a restart, only hashes are. */
export interface Before {
	readonly updated: number;
	readonly isWhole: boolean;
	readonly texts: Readonly<Partial<Record<Watched, string>>>;
	readonly hashes?: string;
}

/** Tells what differs between what was seen and what is, also where only salted hashes are known of what was seen. */
export class Comparing {
	readonly #digest: Digest;

	/** @param digest undefined where nothing is kept, so that nothing is known by hashes alone */
	constructor(digest: Digest | undefined) {
		this.#digest = digest ?? (() => '');
	}

	/** The salted hash of an id. */
	keyOf(id: string): string {
		return this.#digest(JSON.stringify(['id', id])).slice(0, keyLength);
	}

	/** The fields that are other than they were seen. */
	changed(id: string, seen: Before, now: Facts): readonly Watched[] {
		return watched.filter((field) => this.#differs(id, field, seen, now));
	}

	/** The same, with what is known of fields of which there are hashes alone: that nothing was there. */
	withEmpty(id: string, seen: Before, fields: readonly Watched[]): Before {
		const texts: Partial<Record<Watched, string>> = { ...seen.texts };
		for (const field of fields) if (this.#isSame(id, field, seen, '')) texts[field] ??= '';
		return { ...seen, texts };
	}

	/** The salted hashes of what was seen. */
	hashesOf(id: string, { texts, hashes }: Before): string {
		const all = watched.map((field) => {
			const known = texts[field];
			return known === undefined ? hashIn(hashes, field) : this.#hash(id, field, canonical(field, known));
		});
		return all.join('');
	}

	#differs(id: string, field: Watched, seen: Before, now: Facts): boolean {
		// The date stays on referrals that were answered, which can't expire any more.
		if (field === 'expiry' && canonical('status', now.texts.status) !== 'new') return false;
		const after = canonical(field, now.texts[field]);
		if (this.#isSame(id, field, seen, after)) return false;
		// Nothing is known of what was left out.
		if (after === '') return now.isWhole || !seen.isWhole;
		if (this.#isSame(id, field, seen, '')) return seen.isWhole || !now.isWhole;
		return true;
	}

	/** @param text canonical */
	#isSame(id: string, field: Watched, { texts, hashes }: Before, text: string): boolean {
		const known = texts[field];
		if (known !== undefined) return canonical(field, known) === text;
		return hashIn(hashes, field) === this.#hash(id, field, text);
	}

	/** With the id in it, so that what is equal in two referrals isn't equal on disk. */
	#hash(id: string, field: Watched, text: string): string {
		return this.#digest(JSON.stringify([id, field, text])).slice(0, hashLength);
	}
}

/** What is the same as before is known, also where only hashes were; a list takes nothing from what is known. */
export function withWhatIsSame(seen: Before, now: Facts, changed: readonly Watched[]): Before {
	const texts: Partial<Record<Watched, string>> = { ...seen.texts };
	for (const field of watched) {
		const isLeftOut = now.texts[field] === '' && !now.isWhole && seen.isWhole;
		if (!changed.includes(field) && !isLeftOut) texts[field] = now.texts[field];
	}
	return { ...seen, texts, isWhole: seen.isWhole || now.isWhole };
}

function hashIn(hashes = '', field: Watched): string {
	const at = watched.indexOf(field) * hashLength;
	return hashes.slice(at, at + hashLength);
}
