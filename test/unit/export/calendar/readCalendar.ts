import assert from 'node:assert/strict';

/** A component of a calendar file, with the values of its properties as texts. */
export interface Component {
	readonly name: string;
	readonly values: ReadonlyMap<string, readonly string[]>;
	readonly below: readonly Component[];
}

const texts = new Set(['SUMMARY', 'DESCRIPTION']);

/** Reads a calendar file by the letter of RFC 5545, and refuses what isn't one. */
export function readCalendar(file: string): Component {
	assert.match(file, /\r\n$/, 'It does not end with a line end.');
	const raw = file.slice(0, -2).split('\r\n');
	for (const line of raw) {
		assert.doesNotMatch(line, /(?!\t)\p{Cc}/u, `There is a control character in ${JSON.stringify(line)}.`);
		assert.ok(Buffer.byteLength(line) <= 75, `This line is too long: ${line}`);
		assert.doesNotMatch(line, /^\p{M}/u);
	}
	const lines = file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
	const [component, ...rest] = componentsIn(lines);
	assert.ok(component && rest.length === 0, 'There is not one component at the top.');
	return component;
}

function componentsIn(lines: readonly string[]): readonly Component[] {
	const found: Component[] = [];
	for (let at = 0; at < lines.length; ) {
		const [, name] = /^BEGIN:([A-Z]+)$/.exec(lines[at] ?? '') ?? assert.fail(`${lines[at]} is outside.`);
		const end = lines.indexOf(`END:${name}`, at);
		assert.ok(name && end > at, `${name} has no end.`);
		found.push(componentOf(name, lines.slice(at + 1, end)));
		at = end + 1;
	}
	return found;
}

function componentOf(name: string, lines: readonly string[]): Component {
	const values = new Map<string, string[]>();
	const below: Component[] = [];
	for (let at = 0; at < lines.length; at++) {
		const [, property = '', value = ''] =
			/^([A-Z-]+):(.*)$/s.exec(lines[at] ?? '') ?? assert.fail(`${lines[at]} has no value.`);
		if (property !== 'BEGIN') values.set(property, [...(values.get(property) ?? []), read(property, value)]);
		else {
			const end = lines.indexOf(`END:${value}`, at);
			assert.ok(end > at, `${value} has no end.`);
			below.push(...componentsIn(lines.slice(at, end + 1)));
			at = end;
		}
	}
	return { name, values, below };
}

function read(property: string, value: string): string {
	if (!texts.has(property)) return value;
	assert.doesNotMatch(value.replaceAll(/\\[\\;,nN]/g, ''), /[\\;,]/, `${value} is not escaped.`);
	return value.replaceAll(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter));
}
