import { strict as assert } from 'node:assert';
import { statSync } from 'node:fs';
import { openPromise } from 'yauzl';
import { installed } from './installed.ts';

describe('the package', () => {
	it('holds what runs, what the Marketplace shows, and nothing else', async () => {
		const kinds = (await files()).map((file) => file.replace(/^(extension\/dist\/)[\w-]+\.js$/, '$1*.js'));
		assert.deepEqual([...new Set(kinds)].sort(), [
			'[Content_Types].xml',
			'extension.vsixmanifest',
			'extension/LICENSE.txt',
			'extension/changelog.md',
			'extension/dist/*.js',
			'extension/dist/webview/details.css',
			'extension/dist/webview/details.js',
			'extension/media/icon.png',
			'extension/media/l10n/bundle.l10n.json',
			'extension/media/screenshot.png',
			'extension/media/view.svg',
			'extension/package.json',
			'extension/readme.md',
		]);
	});

	it('is under 400 KB', () => {
		assert.ok(statSync(installed.partnerReferrals).size < 400_000);
	});
});

async function files(): Promise<string[]> {
	const zip = await openPromise(installed.partnerReferrals);
	const names: string[] = [];
	for await (const entry of zip.eachEntry()) names.push(entry.fileName);
	return names;
}
