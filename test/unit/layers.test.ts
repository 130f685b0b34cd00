import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Import {
	/** The importing file, from src/ on. */
	readonly file: string;
	/** A file from src/ on, or a package. */
	readonly target: string;
	readonly typeOnly: boolean;
}

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const files = globSync('**/*.ts', { cwd: src })
	.map((file) => file.replaceAll('\\', '/'))
	.sort();
const textOf = (file: string): string => readFileSync(src + file, 'utf8');
const imports = files.flatMap((file) => importsOf(file, textOf(file)));

/** Which folders the files of a folder may import from, besides their own. */
const below: Readonly<Record<string, readonly string[]>> = {
	'': ['views', 'referrals', 'partner', 'sample'],
	views: ['referrals', 'partner'],
	referrals: ['partner'],
	partner: [],
	sample: ['partner'],
	webview: ['referrals'],
};
const pure = ['referrals', 'partner', 'sample'];

describe('the layers', () => {
	it('are read from every file', () => {
		assert.ok(files.length > 50);
		assert.ok(imports.length > 100);
		assert.deepEqual([...new Set(files.map(folderOf))].sort(), Object.keys(below).sort());
	});

	holds('imports point one way', ({ file, target }) => {
		const [from, to] = [folderOf(file), folderOf(target)];
		return isPackage(target) || from === to || (below[from] ?? []).includes(to);
	});
	holds('nobody imports src/*.ts, except src/*.ts', ({ file, target }) => {
		return isPackage(target) || folderOf(target) !== '' || folderOf(file) === '';
	});
	holds('vscode is imported only in src/*.ts and src/views', ({ file, target }) => {
		return target !== 'vscode' || ['', 'views'].includes(folderOf(file));
	});
	holds(
		'the page imports itself, what it is built with, and types of what is thought about',
		({ file, target, typeOnly }) => {
			if (folderOf(file) !== 'webview' || folderOf(target) === 'webview') return true;
			if (isPackage(target)) return /^(lit|@vscode-elements\/elements|@vscode\/l10n)(\/|$)/.test(target);
			return folderOf(target) === 'referrals' && typeOnly;
		},
	);
	holds(
		'Node is not imported by what is pure, nor by the page, except by the network and to pack pages',
		({ file, target }) => {
			const packs = file === 'partner/keptPage.ts';
			return (
				!target.startsWith('node:') || ['', 'views'].includes(folderOf(file)) || isNetwork(file) || packs
			);
		},
	);
	holds('undici is imported by the network alone', ({ file, target }) => {
		return !/^undici(\/|$)/.test(target) || isNetwork(file) || file === 'partner/undici.d.ts';
	});
	holds('imports of files name the file', ({ target }) => isPackage(target) || files.includes(target));

	it('the schemas are in one place', () => {
		const places = imports.filter(({ target }) => /^zod(\/|$)/.test(target)).map(({ file }) => file);
		assert.deepEqual(places, ['partner/referral.ts']);
		assert.match(textOf('partner/referral.ts'), /import \* as z from 'zod\/mini'/);
	});

	it('what is pure knows no globals of Node, the editor or the page', () => {
		const globals =
			/\b(process|Buffer|__dirname|__filename|require|setImmediate|globalThis|window|document)\b[.([]/;
		const found = files.filter((file) => pure.includes(folderOf(file)) && !isNetwork(file));
		assert.deepEqual(
			found.filter((file) => globals.test(withoutComments(textOf(file)))),
			[],
		);
	});
});

describe('the shape of the source', () => {
	const none = (name: string, wrong: (text: string, file: string) => boolean) =>
		it(name, () =>
			assert.deepEqual(
				files.filter((file) => wrong(textOf(file), file)),
				[],
			),
		);

	none('no file has more than 250 lines', (text) => text.split('\n').length > 250);
	none('no cast but "as const"', (text, file) => {
		return !file.endsWith('.d.ts') && /[\w)\]}] as (?!const\b)/.test(withoutImports(withoutStrings(text)));
	});
	none('no drawer for everything', (_, file) =>
		/\/?(utils?|helpers?|types|constants|index|common)\.ts$/.test(file),
	);
	none('no file gives on what another has', (text, file) => {
		return !file.endsWith('.d.ts') && /^export .* from /m.test(text);
	});
	none('only GET is sent', (text) => /method: '(?!GET)/.test(text));
});

function holds(name: string, law: (each: Import) => boolean): void {
	it(name, () => {
		const broken = imports.filter((each) => !law(each)).map(({ file, target }) => `${file} → ${target}`);
		assert.deepEqual(broken, []);
	});
}

/** Static and dynamic imports, types in JSDoc aside. */
function importsOf(file: string, text: string): Import[] {
	const statics = /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<target>[^']+)'/gm;
	const dynamics = /\bimport\(\s*'(?<target>[^']+)'\s*\)/g;
	return [...text.matchAll(statics), ...text.matchAll(dynamics)].map(({ groups }) => ({
		file,
		target: resolved(file, groups?.['target'] ?? ''),
		typeOnly: groups?.['type'] !== undefined,
	}));
}

function resolved(file: string, target: string): string {
	return target.startsWith('.') ? posix.join(posix.dirname(file), target) : target;
}

function isPackage(target: string): boolean {
	return !target.endsWith('.ts');
}

function folderOf(file: string): string {
	const [folder = '', ...rest] = file.split('/');
	return rest.length > 0 ? folder : '';
}

function isNetwork(file: string): boolean {
	return file.startsWith('partner/network');
}

function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}

function withoutStrings(text: string): string {
	return withoutComments(text).replace(/(['"`])(?:\\.|(?!\1)[^\\\n])*\1/g, "''");
}

function withoutImports(text: string): string {
	return text.replace(/^(?:import|export)\s[^;]*?\sfrom\s+'[^']*';$/gm, '').replace(/^import .*$/gm, '');
}
