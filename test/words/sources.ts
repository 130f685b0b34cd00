import { fileURLToPath } from 'node:url';
import type { SourceFile } from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';

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

function parsed(api: API, openProjects: readonly string[]): readonly SourceFile[] {
	try {
		const projects = api.updateSnapshot({ openProjects: [...openProjects] }).getProjects();
		return projects.flatMap(({ rootFiles, program }) =>
			rootFiles.flatMap((name) => program.getSourceFile(name) ?? []),
		);
	} finally {
		api.close();
	}
}
