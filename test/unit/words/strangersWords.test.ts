// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is source, in strings
import assert from 'node:assert/strict';
import { inSources, inText } from '../../words/sources.ts';
import { strangersWordsIn } from '../../words/strangersWords.ts';

const before = `
	declare const vscode: any, l10n: { t(text: string, ...about: unknown[]): string };
	declare const oneLine: (text: string) => string, asPlain: typeof oneLine, asItem: typeof oneLine;
	declare const item: { label: string; tooltip: string }, pick: { title: string; placeholder: string };
	interface Referral { readonly name: string; readonly status: 'New' | 'Active' }
	declare const json: string;
	const referral: Referral = JSON.parse(json);
`;

/** Where source stands, what it is, and on which surfaces it shows what may be a stranger's. */
const samples: readonly (readonly [path: string, text: string, ...surfaces: readonly string[]])[] = [
	['commands/a.ts', 'vscode.window.showErrorMessage(referral.name)', 'notification'],
	['commands/a.ts', "vscode.window.showErrorMessage(l10n.t('{0} is gone.', referral.name))", 'notification'],
	['commands/a.ts', "vscode.window.showErrorMessage(asPlain(l10n.t('{0} is gone.', referral.name)))"],
	['commands/a.ts', "vscode.window.showErrorMessage(l10n.t('{0} is gone.', referral.status))"],
	[
		'commands/a.ts',
		"const said = (text: string) => l10n.t('{0}!', text); vscode.window.showErrorMessage(said(referral.name)); said('x')",
		'notification',
	],
	[
		'commands/a.ts',
		"const said = (text: string) => l10n.t('{0}!', text); vscode.window.showErrorMessage(said('x'))",
	],
	['query/a.ts', 'const row = { label: referral.name }', 'list'],
	['query/a.ts', 'const row = { label: oneLine(referral.name) }', 'list'],
	['query/a.ts', "const row = { label: `$(add) ${asItem(referral.name)}`, detail: l10n.t('New') }"],
	['query/a.ts', 'const label = referral.name; const row = { label }', 'list'],
	['query/a.ts', 'const { name: label } = referral; const row = { label }', 'list'],
	['query/a.ts', "const words = { a: () => l10n.t('A') }; const row = { label: words['a']() }"],
	['query/a.ts', 'pick.title = referral.name', 'title'],
	[
		'query/a.ts',
		'const step = { prompt: referral.name, validationMessage: asPlain(referral.name) }',
		'input',
	],
	['tree/a.ts', 'item.tooltip = [referral.status, referral.name].join(", ")', 'tree'],
	['tree/a.ts', 'item.tooltip = [referral.status, referral.name].map((each) => oneLine(each)).join(", ")'],
	['tree/a.ts', 'item.tooltip = [referral.name].map((each) => each.slice(1)).join(", ")', 'tree'],
	['editor/a.ts', 'const report = (message: string) => ({ message }); report(referral.name)', 'progress'],
	['tree/a.ts', 'new vscode.MarkdownString(referral.name)', 'Markdown'],
	['details/a.ts', 'const row = { label: referral.name }'],
];

describe("a stranger's words", function () {
	this.timeout(60_000);

	for (const [path, text, ...surfaces] of samples)
		it(`${path}: ${text} ${surfaces.length > 0 ? 'are seen' : 'are none'}`, () => {
			const found = inText(before + text, path, strangersWordsIn);
			assert.deepEqual(
				found.map(({ surface }) => surface),
				surfaces,
			);
		});

	it('come to no surface but through what makes them safe for it', () => {
		const found = inSources((file, path, checker) =>
			strangersWordsIn(file, path, checker).map(
				({ surface, line, text }) => `${path}:${line} ${surface}: ${text}`,
			),
		);
		assert.deepEqual(found, []);
	});
});
