import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { leaveOut } from '../../esbuild.mjs';
import { odataTree } from '../../src/query/odata/tree.ts';
import { repository } from '../workbench/repository.ts';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';
import { networkSet, withoutProxiesOfThisComputer } from './partner/network/networkSet.ts';

describe('libraries with parts left out', () => {
	const folder = new TemporaryFolder('leave-out');
	const bundled = (file: string) => import(pathToFileURL(join(folder.path, file)).href);
	withoutProxiesOfThisComputer();
	before(async () => {
		await build({
			absWorkingDir: repository,
			entryPoints: ['src/partner/network/openNetwork.ts', 'src/query/odata/tree.ts'],
			outdir: folder.path,
			outbase: 'src',
			outExtension: { '.js': '.mjs' },
			bundle: true,
			format: 'esm',
			platform: 'node',
			target: 'node22',
			banner: { js: 'const require = process.getBuiltinModule;' },
			plugins: [leaveOut],
		});
	});
	after(folder.remove);

	it('still fetch', async () => {
		const server = createServer((request, response) => response.end(`You asked for ${request.url}`));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		assert.ok(typeof address === 'object' && address);
		const { openNetwork }: typeof import('../../src/partner/network/openNetwork.ts') = await bundled(
			'partner/network/openNetwork.mjs',
		);
		const network = openNetwork({ settings: networkSet({}), fetch: globalThis.fetch });
		const ask = { url: `http://127.0.0.1:${address.port}/x%2b`, headers: {} };
		const { signal } = new AbortController();
		const { status, body } = await network.send({ ...ask, signal });
		assert.equal(`${status} ${new TextDecoder().decode(body)}`, '200 You asked for /x%2b');
		await network.close();
		server.close();
	});

	it('still parse, as they do whole', async () => {
		const { odataTree: withoutParts }: typeof import('../../src/query/odata/tree.ts') =
			await bundled('query/odata/tree.mjs');
		const words = [
			"status eq 'New'",
			'and',
			'or',
			'not',
			'(',
			')',
			' ',
			'updatedDateTime ge 2026-10-24',
			"''",
		];
		const more = [
			"team/any(t:t/email eq 'a@b.c')",
			'contains(name,',
			"'x')",
			'in',
			"('a','b')",
			'null',
			'1.5e3',
		];
		const filters = fc.array(fc.constantFrom(...words, ...more)).map((parts) => parts.join(' '));
		fc.assert(
			fc.property(filters, (filter) =>
				assert.deepEqual(plain(withoutParts(filter)), plain(odataTree(filter))),
			),
		);
	});
});

/** Of classes that are the same twice, only the values count. */
function plain(tree: unknown): unknown {
	return JSON.parse(JSON.stringify(tree));
}
