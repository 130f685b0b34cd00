import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { builds, noticesOf } from '../../esbuild.mjs';
import { repository } from '../workbench/repository.ts';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';
import { bundledPackages } from './bundledPackages.ts';

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('third-party notices', () => {
	const folder = new TemporaryFolder('notices');
	after(folder.remove);
	let text = '';
	before(async () => {
		const all = builds(true).map((options) =>
			build({ ...options, absWorkingDir: repository, write: false, metafile: true }),
		);
		const metafiles = (await Promise.all(all)).flatMap(({ metafile }) => metafile ?? []);
		text = noticesOf(metafiles, repository);
	});

	it('name each package that is bundled, with its version and all that its licence says', async () => {
		const packages = await bundledPackages();
		assert.ok(packages.length >= 8, `${packages.length} packages`);
		for (const { name, version, folder } of packages) {
			assert.ok(text.includes(`${name} ${version}`), `${name} ${version} is missing`);
			const license = join(repository, folder, 'LICENSE');
			if (!existsSync(license)) continue;
			for (const paragraph of readFileSync(license, 'utf8').split(/\n\s*\n/)) {
				if (/^(The )?\S+( \S+)? License( \(MIT\))?$/.test(paragraph.trim())) continue;
				assert.ok(squeezed(text).includes(squeezed(paragraph)), `${name}: ${paragraph}`);
			}
		}
	});

	it('are short: the same words stand there once', () => {
		assert.equal(text.match(/Permission is hereby granted/g)?.length, 2);
		assert.ok(text.length < 8_000, `${text.length} characters`);
	});

	it('have the licences of parts that a package took from somebody else', () =>
		assert.match(text, /Ethan Arrowood/));

	const license = `MIT License\n\nCopyright (c) 2026 Contoso\n\nPermission is granted by Contoso.\n`;
	const cases: readonly [string, Record<string, string>, RegExp | Error][] = [
		[
			'its text',
			{ 'package.json': '{"name":"odd","version":"1.2.3","license":"X-Odd"}', LICENSE: license },
			/odd 1\.2\.3\n {2}Copyright \(c\) 2026 Contoso.*Permission is granted by Contoso\./s,
		],
		[
			'a text of another name',
			{ 'package.json': '{"name":"odd","version":"1.2.3"}', 'LICENCE.md': license },
			/Permission is granted by Contoso\./,
		],
		[
			'a text with line ends of Windows',
			{ 'package.json': '{"name":"odd","version":"1.2.3"}', LICENSE: license.replaceAll('\n', '\r\n') },
			/odd 1\.2\.3\n[^\r]*Permission is granted by Contoso\.[^\r]*$/,
		],
		[
			'the notice beside it',
			{ 'package.json': '{"name":"odd","version":"1.2.3"}', LICENSE: license, NOTICE: 'Made by Fabrikam.' },
			/Made by Fabrikam\./,
		],
		[
			'no text, so that the build fails',
			{ 'package.json': '{"name":"odd","version":"1.2.3","license":"X-Odd"}' },
			new Error('odd 1.2.3 has no licence that can be read.'),
		],
		[
			'no text and no owner, so that the build fails',
			{ 'package.json': '{"name":"odd","version":"1.2.3","license":"MIT"}' },
			new Error('odd 1.2.3 has no licence that can be read.'),
		],
	];
	for (const [what, files, wanted] of cases)
		it(`of a package with ${what}`, () => {
			const root = join(folder.path, what.replaceAll(' ', '-'));
			const odd = join(root, 'node_modules', 'odd');
			mkdirSync(join(odd, 'lib'), { recursive: true });
			for (const [name, content] of Object.entries(files)) writeFileSync(join(odd, name), content);
			writeFileSync(join(odd, 'lib', 'index.js'), '');
			const made = () => noticesOf([metafileOf('node_modules/odd/lib/index.js')], root);
			if (wanted instanceof Error) assert.throws(made, { message: wanted.message });
			else assert.match(made(), wanted);
		});

	it('of a package without a text have the words that others have for the same licence, and its author', () => {
		const root = join(folder.path, 'borrowed');
		const add = (name: string, manifest: object) => {
			mkdirSync(join(root, 'node_modules', name), { recursive: true });
			writeFileSync(join(root, 'node_modules', name, 'package.json'), JSON.stringify(manifest));
		};
		add('bare', { name: 'bare', version: '2.0.0', license: 'MIT', author: { name: 'Fabrikam' } });
		add('whole', { name: 'whole', version: '3.0.0', license: 'MIT' });
		cpSync(join(repository, 'LICENSE'), join(root, 'node_modules', 'whole', 'LICENSE'));
		const inputs = ['node_modules/bare/a.js', 'node_modules/whole/a.js'];
		const made = noticesOf([metafileOf(...inputs)], root);
		assert.match(made, /bare 2\.0\.0\n {2}Copyright \(c\) Fabrikam\n/);
		assert.equal(made.match(/Permission is hereby granted/g)?.length, 1);
	});
});

function metafileOf(...files: readonly string[]): Metafile {
	const inputs = Object.fromEntries(files.map((file) => [file, { bytesInOutput: 1 }]));
	const output = { bytes: 1, inputs, imports: [], exports: [] };
	return { inputs: {}, outputs: { 'a.js': output } };
}
