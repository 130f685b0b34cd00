import assert from 'node:assert/strict';

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
