import { Refusal } from './refusal.ts';

/**
 * The options of a raw query string, decoded as a web server does, `+` for a space included: a client that
 * decodes a token once too often is found out here as it would be at the service.
 * @throws Refusal for a broken escape, an option that is not known, or one given twice.
 */
export function readOptions(query: string, known: readonly string[]): ReadonlyMap<string, string> {
	const options = new Map<string, string>();
	for (const part of query.split('&').filter((part) => part !== '')) {
		const [name, value] = readOption(part);
		if (!known.includes(name)) {
			throw new Refusal(name, `The query option '${name}' is not supported.`);
		}
		if (options.has(name)) {
			throw new Refusal(name, `The query option '${name}' must be given once.`);
		}
		options.set(name, value);
	}
	return options;
}

function readOption(part: string): readonly [string, string] {
	const equals = part.indexOf('=');
	const end = equals === -1 ? part.length : equals;
	return [decode(part.slice(0, end)), decode(part.slice(end + 1))];
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		throw new Refusal('query', 'The query string has a broken percent escape.');
	}
}
