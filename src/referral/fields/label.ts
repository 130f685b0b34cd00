import * as l10n from '@vscode/l10n';
import { inWords } from './inWords.ts';
import { knownField } from './known.ts';

/** What a field is called: Partner Center's word where the wire name doesn't say it, else the wire name in words. */
export function fieldLabel(path: readonly string[]): string {
	const known = knownField(path);
	if (known) return known.label();
	const [name = '', parent] = path.toReversed();
	return inWords(parent && vague.has(name) ? `${parent} ${name}` : name).trim() || l10n.t('Unnamed');
}

/** The same for a field that stands below what it is part of, whose name needs not be told again. */
export function labelWithin(path: readonly string[]): string {
	const name = path.at(-1) ?? '';
	const label = vague.get(name) ?? knownField(path)?.label;
	return label?.() ?? inWords(name);
}

/** Names that say nothing without the name above them, and what they are called below that. */
const vague: ReadonlyMap<string, () => string> = new Map([
	['id', () => l10n.t('Id')],
	['name', () => l10n.t('Name')],
	['type', () => l10n.t('Type')],
	['uri', () => l10n.t('Uri')],
	['method', () => l10n.t('Method')],
	['value', () => l10n.t('Value')],
	['notes', () => l10n.t('Notes')],
]);
