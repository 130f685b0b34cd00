import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

const requireForNode =
	"import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

const production = process.argv.includes('--production');

await rm('dist', { recursive: true, force: true });

const shared = {
	bundle: true,
	format: 'esm',
	minify: production,
	sourcemap: production ? false : 'linked',
	legalComments: 'none',
	logLevel: 'warning',
};

await Promise.all([
	build({
		...shared,
		entryPoints: ['src/extension.ts'],
		outdir: 'dist',
		splitting: true,
		chunkNames: '[name]-[hash]',
		platform: 'node',
		target: 'node22',
		external: ['vscode'],
		// undici is CommonJS and requires Node's own modules, which an ES module has no `require` for.
		banner: { js: requireForNode },
	}),
	build({
		...shared,
		// The page has it inside, where a script cannot be a module and has nothing to link to.
		format: 'iife',
		sourcemap: production ? false : 'inline',
		entryPoints: ['src/webview/details.ts', 'src/webview/details.css'],
		outdir: 'dist/webview',
		platform: 'browser',
		target: 'chrome130',
	}),
]);
