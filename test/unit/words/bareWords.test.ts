// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is source, in strings
import assert from 'node:assert/strict';
import { bareWordsIn } from '../../words/bareWords.ts';
import { sourcesOf } from '../../words/sources.ts';
import { translationsIn } from '../../words/translations.ts';

/** Source, and the words in it that nothing translates. */
const bare: readonly (readonly [string, ...string[]])[] = [
	["say('Nothing was found')", 'Nothing was found'],
	["const retry = 'Retry'", 'Retry'],
	["pick.title = 'retry'", 'retry'],
	["const item = { label: much ? 'retry' : l10n.t('Stop') }", 'retry'],
	["vscode.window.showErrorMessage('retry')", 'retry'],
	['say(`${count} rows`)', ' rows'],
	["say(`${count}${count === 1 ? 'row' : 'rows'}`)", 'row', 'rows'],
	["say(`${l10n.t('{0} row', count)}s`)", "`${l10n.t('{0} row', count)}s`"],
	["say(l10n.t('Newest').toLowerCase())", "l10n.t('Newest').toLowerCase"],
	["say(l10n.t('Newest') + rest)", "l10n.t('Newest') + rest"],
	["say(l10n.t('{0} is shown', 'Everything'))", 'Everything'],
	['html`<p title="Retry">${count} rows</p>`', 'rows Retry'],
	["say(l10n.t('Nothing was found'))"],
	["say(vscode.l10n.t('{0}: {1}', label, `$(info) ${value}`))"],
	["if (kind === 'Shared') throw new Error('Nothing was found')"],
	["type Word = 'Shared now'; import { x } from 'Shared now'; const y = { 'Shared now': 1 }"],
	['html`<p class="a b">${count}</p>`'],
];

/** Source with a translation in it, and what is known of that. */
const translated = [
	["const words = l10n.t('Retry')", { atLoad: true, key: 'Retry' }],
	["class Row { words = l10n.t('Retry') }", { atLoad: true }],
	["const words = { retry: () => l10n.t('Retry') }", { atLoad: false }],
	["const words = { get retry() { return vscode.l10n.t('Retry') } }", { atLoad: false, byEditor: true }],
	["say(l10n.t({ message: 'Open', comment: 'A verb' }))", { key: 'Open/A verb' }],
	['say(l10n.t(words))', { key: undefined }],
] as const;

describe('reading the source for words', function () {
	this.timeout(60_000);
	const texts = [...bare, ...translated].map(([text]) => text);
	let sources: ReturnType<typeof sourcesOf> = [];
	const sourceOf = (text: string) => sources[texts.indexOf(text)] ?? assert.fail('Nothing was parsed.');
	before(() => {
		sources = sourcesOf(texts);
	});

	for (const [text, ...words] of bare)
		it(`${text} ${words.length > 0 ? 'has bare words' : 'has none'}`, () => {
			const found = bareWordsIn(sourceOf(text)).map((each) => each.text);
			assert.deepEqual(found, words);
		});
	for (const [text, known] of translated)
		it(`${text} has a translation`, () => {
			const [found] = translationsIn(sourceOf(text));
			assert.deepEqual({ ...found, ...known }, found);
		});
});
