import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { texts } from '../../src/editor/failureText.ts';
import { settingTexts } from '../../src/editor/settingTexts.ts';
import { signInTexts } from '../../src/editor/signInTexts.ts';
import { fileTexts } from '../../src/export/editor/fileFailureText.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [, troubleshooting = ''] = /## Troubleshooting\n([\s\S]*?)\n## /.exec(readme) ?? [];
const rows = troubleshooting
	.split('\n')
	.filter((line) => line.startsWith('| ') && !line.startsWith('| What you see'));
const explained = rows.map((row) => row.split(' | ')[0]?.slice(2).trim());

describe('troubleshooting in the README', () => {
	const kinds = Object.entries(texts).map(([kind, text]): [string, string] => [kind, text()[0]]);
	const codes = [...signInTexts].map(([code, text]): [string, string] => [code, text()[0]]);
	const settings = [...settingTexts].map(([name, text]): [string, string] => [name, text()]);
	for (const [kind, sentence] of [...kinds, ...codes, ...settings])
		it(`explains ${kind}`, () => assert.ok(explained.includes(sentence), sentence));

	const files = Object.entries(fileTexts).map(([kind, text]): [string, string] => [kind, text()]);
	for (const [kind, sentence] of files)
		it(`explains a file that is ${kind}`, () => assert.ok(explained.includes(sentence), sentence));

	it('explains nothing that is not said', () => {
		const others = ['tree/item.ts', 'export/bulk/editor/pickTemplate.ts'];
		const elsewhere = others.map((file) =>
			readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8'),
		);
		const said = new Set([...kinds, ...codes, ...settings, ...files].map(([, sentence]) => sentence));
		const isSaid = (text: string) =>
			said.has(text) || elsewhere.some((source) => source.includes(`'${text}'`));
		const unsaid = explained.filter((text) => text && !isSaid(text));
		assert.deepEqual(unsaid, ['A group is empty that should not be']);
	});
	for (const code of signInTexts.keys()) it(`names ${code}`, () => assert.ok(troubleshooting.includes(code)));
});
