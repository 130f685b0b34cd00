import { fileURLToPath } from 'node:url';
import type { SourceFile } from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API, type Checker } from 'typescript/unstable/sync';

const root = fileURLToPath(new URL('../../', import.meta.url)).replaceAll('\\', '/');
const src = `${root}src/`;

/** Every file of the source, parsed, by its path from src/ on. */
export function sources(): ReadonlyMap<string, SourceFile> {
	const projects = ['tsconfig.json', 'src/tsconfig.pages.json'].map((name) => root + name);
	return new Map(
		parsed(new API({}), projects)
			.filter(({ fileName }) => fileName.startsWith(src) && !fileName.endsWith('.d.ts'))
			.map((file): [string, SourceFile] => [file.fileName.slice(src.length), file])
			.sort(([one], [other]) => (one < other ? -1 : 1)),
	);
}

/** Texts as if each were a file of the source. */
export function sourcesOf(texts: readonly string[]): readonly SourceFile[] {
	const files = texts.map((_, index) => `text${index}.ts`);
	const fs = createVirtualFileSystem({
		'/tsconfig.json': JSON.stringify({ files }),
		...Object.fromEntries(texts.map((text, index) => [`/text${index}.ts`, text])),
	});
	const all = parsed(new API({ cwd: '/', fs }), ['/tsconfig.json']);
	return files.flatMap((name) => all.find(({ fileName }) => fileName === `/${name}`) ?? []);
}

/** What is looked for in one file. @param path from src/ on */
type Look<T> = (file: SourceFile, path: string, checker: Checker) => readonly T[];

/** Looks at every file of the extension, with what the compiler knows of its names and types. */
export function inSources<T>(look: Look<T>): readonly T[] {
	return inProject(new API({}), [`${root}tsconfig.json`], src, look);
}

/** The same on a text, as if it were a file of the source. @param path where it stands */
export function inText<T>(text: string, path: string, look: Look<T>): readonly T[] {
	const fs = createVirtualFileSystem({
		'/tsconfig.json': JSON.stringify({ files: [path] }),
		[`/${path}`]: text,
	});
	return inProject(new API({ cwd: '/', fs }), ['/tsconfig.json'], '/', look);
}

function inProject<T>(api: API, openProjects: string[], folder: string, look: Look<T>): readonly T[] {
	try {
		return api
			.updateSnapshot({ openProjects })
			.getProjects()
			.flatMap(({ rootFiles, program, checker }) =>
				rootFiles
					.filter((name) => name.startsWith(folder) && !name.endsWith('.d.ts'))
					.flatMap((name) => {
						const file = program.getSourceFile(name);
						return file ? look(file, name.slice(folder.length), checker) : [];
					}),
			);
	} finally {
		api.close();
	}
}

function parsed(api: API, projects: readonly string[]): readonly SourceFile[] {
	return inProject(api, [...projects], '', (file) => [file]);
}
