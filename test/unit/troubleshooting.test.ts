import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { signInTexts, texts } from '../../src/editor/failureText.ts';
import { fileTexts } from '../../src/export/editor/fileFailureText.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [, troubleshooting = ''] = /## Troubleshooting\n([\s\S]*?)\n## /.exec(readme) ?? [];
const rows = troubleshooting
	.split('\n')
	.filter((line) => line.startsWith('| ') && !line.startsWith('| What you see'));
const explained = rows.map((row) => row.split(' | ')[0]?.slice(2).trim());

describe('troubleshooting in the README', () => {
	for (const [kind, [sentence]] of [...Object.entries(texts), ...Object.entries(signInTexts)])
		it(`explains ${kind}`, () => assert.ok(explained.includes(sentence), sentence));

	for (const [kind, sentence] of Object.entries(fileTexts))
		it(`explains a file that is ${kind}`, () => assert.ok(explained.includes(sentence), sentence));

	it('explains nothing that is not said', () => {
		const treeItem = readFileSync(new URL('../../src/tree/item.ts', import.meta.url), 'utf8');
		const pairs = [...Object.values(texts), ...Object.values(signInTexts)];
		const said = new Set([...pairs.map(([sentence]) => sentence), ...Object.values<string>(fileTexts)]);
		const others = explained.filter((text) => text && !said.has(text) && !treeItem.includes(`'${text}'`));
		assert.deepEqual(others, ['A group is empty that should not be']);
	});
	for (const code of Object.keys(signInTexts))
		it(`names ${code}`, () => assert.ok(troubleshooting.includes(code)));
});
