import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const readme = readFileSync(at('README.md'), 'utf8');
const { scripts }: { scripts: object } = JSON.parse(readFileSync(at('package.json'), 'utf8'));

describe('the README', () => {
	const named = new Set(readme.match(/\b(?:src|test|media)\/[\w./-]*[\w/]/g));
	for (const path of named) it(`names ${path}, which is there`, () => assert.ok(existsSync(at(path))));

	it('names scripts that are there', () => {
		const asked = [...readme.matchAll(/\bnpm run ([\w:]+)/g)].map(([, script = '']) => script);
		assert.ok(asked.length > 3);
		assert.deepEqual(
			asked.filter((script) => !Object.hasOwn(scripts, script)),
			[],
		);
	});
});
