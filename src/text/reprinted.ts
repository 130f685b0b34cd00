const [quote, backslash, space] = [0x22, 0x5c, 0x20];

/**
 * JSON text without white space between its parts. Texts are written as `JSON.stringify` does; all else, numbers of more digits
 * than a double has and names that come twice among it, stays as it is.
 */
export function compactJson(text: string): string {
	let printed = '';
	let from = 0;
	let nextEscape = text.indexOf('\\');
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === quote) {
			const end = endOfText(text, at);
			if (nextEscape >= 0 && nextEscape < end) {
				printed += text.slice(from, at) + JSON.stringify(JSON.parse(text.slice(at, end)));
				from = end;
				nextEscape = text.indexOf('\\', end);
			}
			at = end - 1;
		} else if (unit <= space) {
			printed += text.slice(from, at);
			from = at + 1;
		}
	}
	return from === 0 ? text : printed + text.slice(from);
}

/** The same with two blanks a level, as `JSON.stringify` indents; not indented where it has more levels than `deepest`. */
export function indentedJson(text: string, deepest: number): string {
	const compact = compactJson(text);
	let printed = '';
	let from = 0;
	let depth = 0;
	const upTo = (end: number, then: string) => {
		printed += compact.slice(from, end) + then;
		from = end;
	};
	for (let at = 0; at < compact.length; at++) {
		const character = compact[at];
		if (character === '"') at = endOfText(compact, at) - 1;
		else if (character === ',') upTo(at + 1, lineAt(depth));
		else if (character === ':') upTo(at + 1, ' ');
		// What is empty stays on its line.
		else if (opens(character) && !closes(compact[at + 1])) upTo(at + 1, lineAt(++depth));
		else if (closes(character) && !opens(compact[at - 1])) upTo(at, lineAt(--depth));
		if (depth > deepest) return compact;
	}
	return printed + compact.slice(from);
}

function opens(character: string | undefined): boolean {
	return character === '{' || character === '[';
}

function closes(character: string | undefined): boolean {
	return character === '}' || character === ']';
}

function lineAt(depth: number): string {
	return `\n${'  '.repeat(depth)}`;
}

/** Behind the quote that ends a text. @param start of the quote that begins it */
function endOfText(text: string, start: number): number {
	let end = text.indexOf('"', start + 1);
	while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
	return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
	let before = at;
	while (text.charCodeAt(before - 1) === backslash) before -= 1;
	return (at - before) % 2 === 1;
}
