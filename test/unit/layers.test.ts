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
/** Pages are packed here, by Node's zlib. */
const packing = 'partner/keptPage.ts';

/** The rooms, from top to bottom: a room imports itself and what is below it. */
const rooms = [
	...['commands', 'account', 'tree', 'details', 'pipeline', 'export', 'assistant', 'listing', 'query'],
	...['editor', 'referral', 'sample', 'partner', 'text'],
];
/** d3 lays out charts, which our own SVG draws. */
const packagesOfPages = /^(lit|@vscode-elements\/elements|@vscode\/l10n|d3-array|d3-scale)(\/|$)/;
const knowingVscode = ['commands', 'account', 'tree', 'editor', 'assistant'];
/** More files than this side by side, and a room has another one in it. */
const mostFiles = 22;

describe('the rooms', () => {
	it('are read from every file', () => {
		assert.ok(files.length > 50);
		assert.ok(imports.length > 100);
		const found = new Set(files.map(roomOf).filter((room) => room !== ''));
		assert.deepEqual(
			[...found].filter((room) => !rooms.includes(room)),
			[],
		);
		assert.deepEqual(
			files.filter((file) => roomOf(file) === ''),
			['extension.ts'],
		);
	});

	holds('imports point downwards', ({ file, target }) => {
		return isPackage(target) || floorOf(target) >= floorOf(file);
	});
	it('there is no circle of rooms', () => assert.deepEqual(circleIn(arrowsBetween(folderOf)), []));
	it('there is no circle of files, types aside', () => {
		const loaded = imports.filter(({ typeOnly }) => !typeOnly);
		assert.deepEqual(circleIn(arrowsBetween((file) => file, loaded)), []);
	});
	holds('what is pure in a room knows nothing of its editor and its page', ({ file, target }) => {
		return isPackage(target) || isPlace(file, 'editor', 'page') || !isPlace(target, 'editor', 'page')
			? true
			: roomOf(file) !== roomOf(target) || knowsVscode(file);
	});
	holds('vscode is imported only where folders say so', ({ file, target }) => {
		return target !== 'vscode' || knowsVscode(file);
	});
	holds('a page imports pages, what it is built with, and types of what is shown', (each) => {
		const { file, target, typeOnly } = each;
		if (!isPlace(file, 'page') || isPlace(target, 'page')) return true;
		if (isPackage(target)) return packagesOfPages.test(target);
		return typeOnly && !knowsVscode(target);
	});
	holds('nobody but a page imports a page', ({ file, target }) => {
		return isPackage(target) || !isPlace(target, 'page') || isPlace(file, 'page');
	});
	holds('Node is imported where vscode may be, by the network, and to pack pages', ({ file, target }) => {
		return !target.startsWith('node:') || knowsVscode(file) || isNetwork(file) || file === packing;
	});
	holds('undici is imported by the network alone', ({ file, target }) => {
		return !/^undici(\/|$)/.test(target) || isNetwork(file);
	});
	holds('imports of files name the file', ({ target }) => isPackage(target) || files.includes(target));

	it('the schemas of the wire are in one place, and those of the settings in another', () => {
		const places = imports.filter(({ target }) => /^zod(\/|$)/.test(target)).map(({ file }) => file);
		assert.deepEqual(places, ['account/checking/schema.ts', 'partner/referral.ts']);
		for (const place of places) assert.match(textOf(place), /import \* as z from 'zod\/mini'/);
	});

	it('what is pure knows no globals of Node, the editor or the page', () => {
		const globals =
			/\b(process|Buffer|__dirname|__filename|require|setImmediate|globalThis|window|document)\b[.([]/;
		const pure = files.filter((file) => !knowsVscode(file) && !isPlace(file, 'page') && !isNetwork(file));
		assert.ok(pure.length > 50);
		assert.deepEqual(
			pure.filter((file) => globals.test(withoutComments(textOf(file)))),
			[],
		);
	});

	it('have room for everything that is in them', () => {
		const sizes = Map.groupBy(files, folderOf);
		const full = [...sizes].filter(([, { length }]) => length > mostFiles).map(([folder]) => folder);
		assert.deepEqual(full, []);
	});

	it('name their files without what the room already says', () => {
		const repeating = files.filter((file) => {
			const [folder = '', name = ''] = file.split('/').slice(-2);
			const isMain = [`${folder}.ts`, `${folder}s.ts`].includes(name);
			return name.toLowerCase().startsWith(folder.toLowerCase()) && !isMain;
		});
		assert.deepEqual(repeating, []);
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
	return posix.dirname(file);
}

/** The room of a file, whatever folder in it; empty for what is in none. */
function roomOf(file: string): string {
	const [room = '', ...rest] = file.split('/');
	return rest.length > 0 ? room : '';
}

/** Counted from the top, where `extension.ts` is. */
function floorOf(file: string): number {
	return rooms.indexOf(roomOf(file));
}

/** Whether a file is somewhere in a folder of one of these names, in whatever room, or in a room of that name. */
function isPlace(file: string, ...names: readonly string[]): boolean {
	return folderOf(file)
		.split('/')
		.some((folder) => names.includes(folder));
}

function knowsVscode(file: string): boolean {
	if (isPlace(file, 'page')) return false;
	return file === 'extension.ts' || isPlace(file, 'editor') || knowingVscode.includes(roomOf(file));
}

/** Who imports whom, by a name that files share. */
function arrowsBetween(
	nameOf: (file: string) => string,
	among = imports,
): ReadonlyMap<string, ReadonlySet<string>> {
	const arrows = new Map<string, Set<string>>();
	for (const { file, target } of among) {
		if (isPackage(target) || nameOf(file) === nameOf(target)) continue;
		arrows.set(nameOf(file), (arrows.get(nameOf(file)) ?? new Set()).add(nameOf(target)));
	}
	return arrows;
}

/** A way along arrows that comes back to where it began; empty when there is none. */
function circleIn(arrows: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
	const clear = new Set<string>();
	const follow = (name: string, way: readonly string[]): readonly string[] => {
		if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
		if (clear.has(name)) return [];
		for (const next of arrows.get(name) ?? []) {
			const circle = follow(next, [...way, name]);
			if (circle.length > 0) return circle;
		}
		clear.add(name);
		return [];
	};
	for (const name of arrows.keys()) {
		const circle = follow(name, []);
		if (circle.length > 0) return circle;
	}
	return [];
}

function isNetwork(file: string): boolean {
	return file.startsWith('partner/network/');
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
