import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';

const production = process.argv.includes('--production');
const start = resolve('src/extension.ts');

/** What is loaded when somebody looks at the view or runs a command, or at all that comes after that. */
const soon = [
	'src/account/connect.ts',
	'src/account/editorSignIn.ts',
	'src/commands/commands.ts',
	'src/listing/session.ts',
	'src/query/savedQuery.ts',
	'src/tree/referralsTree.ts',
	'src/tree/wordsAround.ts',
].map((file) => resolve(file));

/**
 * Makes one file of what is loaded at activation and one of what is loaded soon after, because each file costs the extension
 * host about as much as what is in it. By itself esbuild makes one of whatever the same set of parts has in common; so all
 * parts that are loaded later get to have both in common.
 * @type {import('esbuild').Plugin}
 */
const fewFiles = {
	name: 'few files',
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
			kind === 'dynamic-import' ? { path: resolve(resolveDir, path), namespace: 'later' } : undefined,
		);
		onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({
			contents: [
				...[start, ...soon].map((file) => `import ${JSON.stringify(file)};`),
				`export * from ${JSON.stringify(path)};`,
			].join('\n'),
			resolveDir: dirname(path),
		}));
	},
};

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
		onLoad({ filter: /[\\/]node_modules[\\/].*\.js$/ }, ({ path }) => {
			const [, name = ''] = path.replaceAll('\\', '/').split('/node_modules/');
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

/** @type {import('esbuild').BuildOptions} */
const shared = {
	bundle: true,
	minify: production,
	legalComments: 'none',
	logLevel: 'warning',
};

// Tests take `leaveOut` from here without building anything.
if (resolve(process.argv[1] ?? '') === import.meta.filename) await buildAll();

async function buildAll() {
	await rm('dist', { recursive: true, force: true });
	await Promise.all([
		build({
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
		}),
		build({
			...shared,
			entryPoints: ['src/details/page/details.ts', 'src/details/page/details.css'],
			outdir: 'dist/webview',
			// The page has it inside, where a script cannot be a module and has nothing to link to.
			format: 'iife',
			sourcemap: production ? false : 'inline',
			platform: 'browser',
			target: 'chrome130',
		}),
	]);
}
