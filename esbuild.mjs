import { rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { build } from 'esbuild';
import { leaveOut } from './leaveOut.mjs';

const production = process.argv.includes('--production');
const start = resolve('src/extension.ts');

/**
 * Puts all that is loaded at activation into one file, because each file costs the extension host about as much as what is
 * in it. By itself esbuild makes one of everything that the start shares with some set of the parts that are loaded later;
 * when they all share all of it, that is one.
 * @type {import('esbuild').Plugin}
 */
const startAsOne = {
	name: 'start as one file',
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
			kind === 'dynamic-import' ? { path: resolve(resolveDir, path), namespace: 'later' } : undefined,
		);
		onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({
			contents: `import ${JSON.stringify(start)}; export * from ${JSON.stringify(path)};`,
			resolveDir: dirname(path),
		}));
	},
};

const shared = {
	bundle: true,
	minify: production,
	legalComments: 'none',
	logLevel: 'warning',
};

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
		plugins: [leaveOut, startAsOne],
	}),
	build({
		...shared,
		entryPoints: ['src/webview/details.ts', 'src/webview/details.css'],
		outdir: 'dist/webview',
		// The page has it inside, where a script cannot be a module and has nothing to link to.
		format: 'iife',
		sourcemap: production ? false : 'inline',
		platform: 'browser',
		target: 'chrome130',
	}),
]);
