import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pageDocument } from '../../../src/editor/panel/pageDocument.ts';

const look = { code: { script: 'run()', style: 'p {}' }, title: 'A & "B" <c>', section: 'referral' };
const english = { language: 'en', bundle: undefined };

/** What is in it as data. */
function dataIn(document: string): unknown {
	return JSON.parse(/<script id="state"[^>]*>(.*?)<\/script>/s.exec(document)?.[1] ?? '');
}

describe('the document of a page', () => {
	const document = pageDocument(look, english, { name: 'Fabrikam' });

	it('lets nothing run or load but its own script and style', () => {
		assert.match(
			document,
			/content="default-src 'none'; script-src 'nonce-([\w-]{36})'; style-src 'nonce-\1'; base-uri 'none'; form-action 'none'"/,
		);
		const [, nonce] = /nonce-([\w-]{36})/.exec(document) ?? [];
		for (const element of document.match(/<(script|style)[^>]*>/g) ?? [])
			assert.ok(element.includes(`nonce="${nonce}"`), element);
	});
	it('has another nonce each time', () => {
		assert.notEqual(pageDocument(look, english, {}), pageDocument(look, english, {}));
	});
	it('says its title, and what menus know it by', () => {
		assert.match(document, /<title>A &amp; &quot;B&quot; &lt;c><\/title>/);
		assert.match(document, /data-vscode-context="{&quot;webviewSection&quot;:&quot;referral&quot;}"/);
	});
	it('has the language, and translations where there are some', () => {
		assert.match(document, /<html lang="en">/);
		const german = pageDocument(look, { language: 'de', bundle: { Next: '"Weiter"' } }, {});
		assert.match(
			german,
			/<html lang="de" data-bundle="{&quot;Next&quot;:&quot;\\&quot;Weiter\\&quot;&quot;}">/,
		);
	});
	it('has in it what it shows first, which nothing in it can end', () => {
		fc.assert(
			fc.property(
				fc.record({
					name: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('</script>', '<!--<script>')),
				}),
				(state) => {
					const made = pageDocument(look, english, state);
					assert.equal(JSON.stringify(dataIn(made)), JSON.stringify(state));
					assert.equal(made.match(/<\/?script/g)?.length, 4);
				},
			),
			{ seed: 63, numRuns: 500 },
		);
	});
});
