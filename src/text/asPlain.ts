/**
 * A text for where VS Code takes some of it for more than text: notifications and the line below an input make a link of
 * `[text](command:…)`, and the latter an icon of `$(name)`. Something that nobody sees stands between what would begin one.
 */
export function asPlain(text: string): string {
	return text.replace(/[\]$](?=\()/g, '$&\u200b');
}
