import { rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { build } from 'esbuild';
import { leaveOut } from './leaveOut.mjs';

const production = process.argv.includes('--production');
const start = resolve('src/extension.ts');

/** What is loaded when somebody looks at the view or runs a command, or at all that comes after that. */
const soon = [
	'src/commands.ts',
	'src/connection.ts',
	'src/referrals/explorer.ts',
	'src/referrals/savedQuery.ts',
	'src/views/referralsTree.ts',
	'src/views/wordsAround.ts',
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
		plugins: [leaveOut, fewFiles],
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
