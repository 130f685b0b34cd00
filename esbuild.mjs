import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix, relative, resolve } from 'node:path';
import process from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const root = import.meta.dirname;
const start = './src/extension.ts';

/** What is loaded when somebody looks at the view or runs a command, or at all that comes after that. */
const soon = [
	'./src/account/arranging/choice.ts',
	'./src/account/connect.ts',
	'./src/account/editorSignIn.ts',
	'./src/commands/commands.ts',
	'./src/listing/session.ts',
	'./src/query/remembered.ts',
	'./src/tree/describing.ts',
	'./src/tree/referralsTree.ts',
];

/**
 * Makes one file of what is loaded at activation and one of what is loaded soon after, because each file costs the extension
 * host about as much as what is in it. By itself esbuild makes one of whatever the same set of parts has in common; so all
 * parts that are loaded later get to have both in common. All paths are from the root, since what files are called follows
 * from the paths of what is in them, and must not follow from where the repository lies.
 * @type {import('esbuild').Plugin}
 */
const fewFiles = {
	name: 'few files',
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
			kind === 'dynamic-import'
				? { path: fromRoot(resolve(resolveDir, path)), namespace: 'later' }
				: undefined,
		);
		onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({
			contents: [
				...[start, ...soon].map((file) => `import ${JSON.stringify(file)};`),
				`export * from ${JSON.stringify(path)};`,
			].join('\n'),
			resolveDir: root,
		}));
	},
};

/** @param {string} path */
function fromRoot(path) {
	return `./${relative(root, path).replaceAll('\\', '/')}`;
}

/** What stands in for parts of libraries that never run here. */
const standIns = {
	// Without a SIMD that works, for which it is made, there is no processor that VS Code runs on.
	'undici/lib/llhttp/llhttp-wasm.js': 'throw new Error("WebAssembly has no SIMD here.");',
	'undici/lib/dispatcher/client-h2.js': 'module.exports = () => { throw new Error("No HTTP/2."); };',
	// A GET has no body.
	'undici/lib/web/fetch/body.js': 'throw new Error("Nobody sends a body.");',
	'undici/lib/web/fetch/formdata.js': 'throw new Error("Nobody sends a form.");',
	'undici/lib/web/webidl/index.js': 'throw new Error("Nobody sends a form.");',
	// The parser of OData only parses for us, and takes one function out of a library of hundreds.
	'@odata/parser/lib/visitor.js': '',
	'@newdash/newdash/map.js': 'exports.map = (list, change) => Array.from(list, change);',
};

/**
 * The parser of HTTP is WebAssembly in base64, of which a zip file makes little: packed before that, it takes 9 KB less of what
 * people download.
 */
const wasm = 'undici/lib/llhttp/llhttp_simd-wasm.js';

/** @param {string} path */
async function packed(path) {
	const [, base64] = (await readFile(path, 'utf8')).match(/'([\w+/=]{10000,})'/) ?? [];
	assert.ok(base64, `There is no WebAssembly in ${wasm}.`);
	const bytes = brotliCompressSync(Buffer.from(base64, 'base64')).toString('base64');
	return `module.exports = require('node:zlib').brotliDecompressSync(Buffer.from('${bytes}', 'base64'));`;
}

const defined = {
	// With it, undici has no experimental parser, as when it is built into Node.
	esbuildDetection: 'true',
	'process.env.UNDICI_NO_WASM_SIMD': '"0"',
	'process.env.JEST_WORKER_ID': 'undefined',
};

/**
 * Leaves out of libraries what never runs here; the build fails when one no longer has what is left out of it, or has it
 * in another place.
 * @type {import('esbuild').Plugin}
 */
export const leaveOut = {
	name: 'leave out what never runs',
	setup({ initialOptions, onLoad, onEnd }) {
		Object.assign(initialOptions, { define: defined, metafile: true });
		const left = new Map(Object.entries(standIns));
		onLoad({ filter: /[\\/]node_modules[\\/].*\.js$/ }, async ({ path }) => {
			const [, name = ''] = path.replaceAll('\\', '/').split('/node_modules/');
			if (name === wasm) return { contents: await packed(path), loader: 'js' };
			const contents = left.get(name);
			left.delete(name);
			return contents === undefined ? undefined : { contents, loader: 'js' };
		});
		onEnd(({ metafile, errors }) => {
			if (errors.length > 0) return;
			const inside = Object.keys(metafile?.inputs ?? {});
			const changed = [...left.keys(), ...inside.filter((file) => file.includes('/undici/lib/milo/'))];
			assert.deepEqual(changed, [], 'Libraries have changed: see what we leave out of them.');
		});
	},
};

/**
 * Everything that people get, as what esbuild is asked for: the extension, and its pages.
 * @param {boolean} production
 * @returns {import('esbuild').BuildOptions[]}
 */
export function builds(production) {
	/** @satisfies {import('esbuild').BuildOptions} */
	const shared = {
		absWorkingDir: root,
		bundle: true,
		minify: production,
		legalComments: 'none',
		logLevel: 'warning',
		metafile: true,
	};
	return [
		{
			...shared,
			entryPoints: ['src/extension.ts'],
			outdir: 'dist',
			format: 'esm',
			splitting: true,
			chunkNames: '[name]-[hash]',
			sourcemap: production ? false : 'linked',
			platform: 'node',
			target: 'node22',
			external: ['vscode'],
			// Libraries that are CommonJS require Node's own modules, which an ES module has no `require` for.
			banner: { js: 'const require = process.getBuiltinModule;' },
			plugins: [leaveOut, fewFiles],
		},
		{
			...shared,
			entryPoints: ['details', 'pipeline'].flatMap((name) => [
				`src/${name}/page/${name}.ts`,
				`src/${name}/page/${name}.css`,
			]),
			outdir: 'dist/webview',
			entryNames: '[name]',
			// A page has it inside, where a script cannot be a module and has nothing to link to.
			format: 'iife',
			sourcemap: production ? false : 'inline',
			platform: 'browser',
			target: 'chrome130',
		},
	];
}

/**
 * What is said of one package, or of a part of it that has a licence of its own.
 * @typedef {{ name: string, license: string, copyright: readonly string[], words: string }} Notice
 */

const head = `Partner Referrals contains code of the packages below. Each list is followed by the licence of all that are in it.
`;

/**
 * The notices that the licences of all bundled packages ask for, as text. What was bundled is read from what esbuild says
 * of its outputs, licences from the packages themselves. The same words stand there once, after all that have them.
 * Throws when the licence of a package can't be read.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} root the folder that files in there are relative to
 */
export function noticesOf(metafiles, root) {
	/** @type {Map<string, Notice[]>} */
	const byWords = new Map();
	for (const notice of lent(foldersOf(metafiles, root).map((folder) => noticeIn(folder, root)))) {
		const key = squeezed(notice.words);
		byWords.set(key, [...(byWords.get(key) ?? []), notice]);
	}
	return [head, ...[...byWords.values()].map(groupText)].join('\n');
}

/** @param {readonly Notice[]} group */
function groupText(group) {
	const owners = group.map(({ name, copyright }) =>
		[name, ...copyright.map((line) => `  ${line}`)].join('\n'),
	);
	return `${'-'.repeat(40)}\n${owners.join('\n')}\n\n${group[0]?.words}\n`;
}

/**
 * The folders of the packages, and those inside of them that have another licence, in the order of their names.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} root
 */
function foldersOf(metafiles, root) {
	const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
	/** @type {Set<string>} */
	const found = new Set();
	for (const file of outputs.flatMap(({ inputs }) => Object.keys(inputs))) {
		const [top] = file.match(/^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/) ?? [];
		if (!top) continue;
		for (let folder = posix.dirname(file); folder.length > top.length; folder = posix.dirname(folder))
			if (textsIn(join(root, folder)).length > 0) found.add(folder);
		found.add(top);
	}
	return [...found].sort();
}

/** @param {string} folder @param {string} root @returns {Notice} */
function noticeIn(folder, root) {
	const { name, version, license = '', author } = manifestAbove(join(root, folder));
	const [, inside = ''] = folder.split(`/node_modules/${name}/`.slice(1));
	const texts = textsIn(join(root, folder));
	const { copyright, words } = split(texts.join('\n\n'));
	const owner = typeof author === 'string' ? author.replace(/ [<(].*/, '') : author?.name;
	return {
		name: `${name} ${version}${inside && `, ${inside}`}`,
		license,
		copyright: texts.length || !owner ? copyright : [`Copyright (c) ${owner}`],
		words,
	};
}

/** What is nearest above and says of which version it is. @param {string} folder @returns {any} */
function manifestAbove(folder) {
	const path = join(folder, 'package.json');
	const manifest = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
	return manifest.version ? manifest : manifestAbove(dirname(folder));
}

/** @param {string} folder */
function textsIn(folder) {
	const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)\b(?!.*\.js$)/i.test(name));
	return names.sort().map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}

/** Takes who it is from and what it is called from the beginning of a licence. @param {string} text */
function split(text) {
	const lines = text.split('\n');
	const title = /^(the )?(mit|isc|bsd 3-clause)( license)?( \(mit\))?$/i;
	const start = lines.findIndex((line) => line.trim() && !title.test(line.trim()) && !isCopyright(line));
	const copyright = lines.slice(0, start).filter(isCopyright);
	return { copyright: copyright.map((line) => line.trim()), words: lines.slice(start).join('\n').trim() };
}

/** @param {string} line */
function isCopyright(line) {
	return /^\s*copyright\b/i.test(line);
}

/**
 * A package that comes without its licence has the words that most others have under the same name, and its author's.
 * @param {readonly Notice[]} notices
 */
function lent(notices) {
	return notices.map((notice) => {
		const words = notice.words || (notice.copyright.length ? mostCommonWords(notices, notice.license) : '');
		if (!words) throw new Error(`${notice.name} has no licence that can be read.`);
		return { ...notice, words };
	});
}

/** @param {readonly Notice[]} notices @param {string} license */
function mostCommonWords(notices, license) {
	const all = notices.filter((notice) => notice.license === license && notice.words);
	const count = (/** @type {Notice} */ { words }) =>
		all.filter((other) => squeezed(other.words) === squeezed(words)).length;
	return all.sort((one, other) => count(other) - count(one))[0]?.words;
}

/** Without what makes no difference. @param {string} text */
function squeezed(text) {
	return text.replace(/\s+/g, ' ');
}

// Tests take what is exported from here without building anything.
if (resolve(process.argv[1] ?? '') === import.meta.filename) await buildAll();

async function buildAll() {
	const dist = resolve(root, 'dist');
	await rm(dist, { recursive: true, force: true });
	const all = builds(process.argv.includes('--production'));
	const made = await Promise.all(all.map((options) => build(options)));
	const notices = noticesOf(
		made.flatMap(({ metafile }) => metafile ?? []),
		root,
	);
	await writeFile(resolve(dist, 'ThirdPartyNotices.txt'), notices);
}
