import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isRegularExpressionLiteral, type Node, type SourceFile } from 'typescript/unstable/ast';
import { sources } from '../../words/sources.ts';

/** What texts that make a pattern try again and again consist of: a beginning, something many times, and an end. */
const beginnings = [
	'',
	'a',
	'@',
	'a@',
	'a@b',
	"'",
	'"',
	'0',
	'-',
	'[',
	'(',
	'/',
	'x"',
	'claims=',
	'https://',
	'2026-01-01T00:00:00.',
];
const middles = [
	' ',
	'.',
	'a',
	'0',
	'-',
	'/',
	'\\',
	"'",
	'"',
	'(',
	')',
	'[',
	'@',
	'=',
	',',
	';',
	':',
	'_',
	'&',
	'\n',
	'\t',
	'\u200b',
	'é',
	'a.',
	'. ',
	'a ',
	'$(',
];
const ends = ['!', '\n'];

/** Times shorter than that are what a clock and a collection of garbage make of nothing, in milliseconds. */
const noise = 4;
const length = 12_000;

const attacks = beginnings.flatMap((beginning) =>
	middles.flatMap((middle) =>
		ends.map((end) => (times: number) => beginning + middle.repeat((length * times) / middle.length) + end),
	),
);

describe('every pattern in the source', () => {
	const patterns = [...sources()].flatMap(([path, file]) =>
		literalsIn(file).map((literal): [string, RegExp] => [`${path}: ${literal}`, patternOf(literal)]),
	);

	it('is found', () => assert.ok(patterns.length > 60, `${patterns.length}`));

	for (const [name, pattern] of patterns)
		it(`takes twice as long for what is twice as long, ${name}`, () => {
			for (const of of attacks) if (took(pattern, of(1)) >= noise) assertLinear(pattern, of);
		});
});

describe('the patterns in the manifest', () => {
	const manifest = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
	for (const [, text = ''] of manifest.matchAll(/"pattern": (".*")/g)) {
		const pattern = new RegExp(`${JSON.parse(text)}`, 'u');
		it(`take twice as long for what is twice as long, ${text}`, () => {
			for (const of of attacks) if (took(pattern, of(1)) >= noise) assertLinear(pattern, of);
		});
	}
});

function assertLinear(pattern: RegExp, of: (times: number) => string): void {
	const [once, twice] = [quickest(pattern, of(1)), quickest(pattern, of(2))];
	assert.ok(once < noise || twice < 3 * once, `${JSON.stringify(of(0.001))}: ${once} ms, then ${twice} ms`);
}

function took(pattern: RegExp, text: string): number {
	const start = performance.now();
	text.replace(pattern, '');
	return performance.now() - start;
}

function quickest(pattern: RegExp, text: string): number {
	return Math.min(...[1, 2, 3].map(() => took(pattern, text)));
}

function patternOf(literal: string): RegExp {
	const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(literal) ?? [];
	return new RegExp(source, flags);
}

function literalsIn(file: SourceFile): readonly string[] {
	const found: string[] = [];
	const visit = (node: Node): void => {
		if (isRegularExpressionLiteral(node)) found.push(node.text);
		node.forEachChild(visit);
	};
	visit(file);
	return found;
}
