/**
 * A text in which the entities of HTML that forms write into names, such as `&amp;` or `&#39;`, are what they stand for; each
 * is read once. It is no more harmless than before: what shows it must escape it.
 */
export function withoutEntities(text: string): string {
	return text.includes('&') ? text.replace(entity, (whole, name: string) => meant(name) ?? whole) : text;
}

const entity = /&(amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/gi;

const named: ReadonlyMap<string, string> = new Map([
	...([['amp', '&'] as const, ['lt', '<'] as const, ['gt', '>'] as const] as const),
	...([['quot', '"'] as const, ['apos', "'"] as const, ['nbsp', '\u00a0'] as const] as const),
]);

function meant(name: string): string | undefined {
	if (!name.startsWith('#')) return named.get(name.toLowerCase());
	const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
	const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
	return isCharacter ? String.fromCodePoint(point) : undefined;
}
