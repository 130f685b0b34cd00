import { strict as assert } from 'node:assert';
import { statSync } from 'node:fs';
import { installed } from './installed.ts';
import { packageFiles } from './packageFiles.ts';
import { startBytes } from './startBytes.ts';

describe('the package', () => {
	it('holds what runs, what the Marketplace shows, and nothing else', async () => {
		const names = [...(await packageFiles(installed.partnerReferrals)).keys()];
		const kinds = names.map((file) => file.replace(/^(extension\/dist\/)[\w-]+\.js$/, '$1*.js'));
		assert.deepEqual([...new Set(kinds)].sort(), [
			'[Content_Types].xml',
			'extension.vsixmanifest',
			'extension/LICENSE.txt',
			'extension/changelog.md',
			'extension/dist/*.js',
			'extension/dist/ThirdPartyNotices.txt',
			'extension/dist/webview/details.css',
			'extension/dist/webview/details.js',
			'extension/dist/webview/pipeline.css',
			'extension/dist/webview/pipeline.js',
			'extension/media/icon.png',
			'extension/media/screenshot.png',
			'extension/media/view.svg',
			'extension/package.json',
			'extension/package.nls.json',
			'extension/readme.md',
		]);
	});

	it('is at most 420 KB', () => {
		assert.ok(statSync(installed.partnerReferrals).size <= 420_000);
	});

	it('loads at most 25 KB of code when it is activated', async () => {
		const bytes = startBytes(await packageFiles(installed.partnerReferrals));
		assert.ok(bytes > 5_000 && bytes <= 25_000, `${bytes} bytes`);
	});
});
