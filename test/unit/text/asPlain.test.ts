import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Random } from '../../../src/sample/invent/random.ts';
import { asPlain } from '../../../src/text/asPlain.ts';

/** What VS Code makes a link of in notifications, prompts and validation messages, as its `parseLinkedText` has it. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const icon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;

describe('a text where some of it would be markup', () => {
	const is = (text: string, plain: string) =>
		it(JSON.stringify(text), () => assert.equal(asPlain(text), plain));
	is('“[Show](command:workbench.view.search)”', '“[Show]\u200b(command:workbench.view.search)”');
	is('[Sign in again](https://evil.example)', '[Sign in again]\u200b(https://evil.example)');
	is('$(warning) $$(x)', '$\u200b(warning) $$\u200b(x)');
	is('contoso (US) [1] $5', 'contoso (US) [1] $5');
	is('', '');

	it('has neither links nor icons, and is seen as it was', () => {
		const random = new Random(7);
		const parts = [
			'[',
			']',
			'(',
			')',
			'$',
			'command:x',
			'https://a.example',
			'x',
			' ',
			'"t"',
			'\\',
			'\u200b',
		] as const;
		for (let round = 0; round < 5000; round++) {
			const text = Array.from({ length: random.whole(1, 14) }, () => random.pick(parts)).join('');
			const plain = asPlain(text);
			assert.doesNotMatch(plain, link);
			assert.doesNotMatch(plain, icon);
			assert.equal(plain.replaceAll('\u200b', ''), text.replaceAll('\u200b', ''));
		}
	});
});

describe('what a notification says', () => {
	const src = fileURLToPath(new URL('../../../src/', import.meta.url));
	const shows = /show(?:Information|Warning|Error)Message\(\s*([\s\S]{0,200})/g;
	// Our own words as they are, a whole sentence in which nothing stands that came from elsewhere; all else is made plain.
	const harmless = /^(?:asPlain\(|vscode\.l10n\.t\(\s*(?:'[^']*'|"[^"]*"),?\s*\))/;

	for (const file of globSync('**/*.ts', { cwd: src }))
		for (const [, argument = ''] of readFileSync(src + file, 'utf8').matchAll(shows))
			it(`in ${file}, ${argument.split('\n')[0]}`, () => assert.match(argument, harmless));

	it('below an input, and above a list, is made plain where all of them are made', () => {
		const steps = readFileSync(`${src}editor/quickStep.ts`, 'utf8');
		assert.match(steps, /validationMessage = message === undefined \? undefined : asPlain\(message\)/);
		assert.match(steps, /prompt: asPlain\(/);
		const others = globSync('**/*.ts', { cwd: src }).filter(
			(file) =>
				file !== 'editor/quickStep.ts' &&
				/validationMessage|validateInput|createInputBox/.test(readFileSync(src + file, 'utf8')),
		);
		assert.deepEqual(others, []);
	});
});
