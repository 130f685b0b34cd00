import { config } from '@vscode/l10n';

/** Has the words for referrals said in other words. @param words translations, by what they translate */
export function translate(words: Readonly<Record<string, string>>): void {
	config({ contents: words });
}
