import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/**
 * What is said of one package, or of a part of it that has a licence of its own.
 * @typedef {{ name: string, license: string, copyright: readonly string[], words: string }} Notice
 */

const head = `Partner Referrals contains code of the packages below. Each list is followed by the licence of all that are in it.
`;

/**
 * The notices that the licences of all bundled packages ask for, as text. What was bundled is read from what esbuild says
 * of its outputs, licences from the packages themselves. The same words stand there once, after all that have them.
 * Throws when the licence of a package can't be read.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} root the folder that files in there are relative to
 */
export function noticesOf(metafiles, root) {
	/** @type {Map<string, Notice[]>} */
	const byWords = new Map();
	for (const notice of lent(foldersOf(metafiles, root).map((folder) => noticeIn(folder, root)))) {
		const key = squeezed(notice.words);
		byWords.set(key, [...(byWords.get(key) ?? []), notice]);
	}
	return [head, ...[...byWords.values()].map(groupText)].join('\n');
}

/** @param {readonly Notice[]} group */
function groupText(group) {
	const owners = group.map(({ name, copyright }) =>
		[name, ...copyright.map((line) => `  ${line}`)].join('\n'),
	);
	return `${'-'.repeat(40)}\n${owners.join('\n')}\n\n${group[0]?.words}\n`;
}

/**
 * The folders of the packages, and those inside of them that have another licence, in the order of their names.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} root
 */
function foldersOf(metafiles, root) {
	const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
	/** @type {Set<string>} */
	const found = new Set();
	for (const file of outputs.flatMap(({ inputs }) => Object.keys(inputs))) {
		const [top] = file.match(/^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/) ?? [];
		if (!top) continue;
		for (let folder = posix.dirname(file); folder.length > top.length; folder = posix.dirname(folder))
			if (textsIn(join(root, folder)).length > 0) found.add(folder);
		found.add(top);
	}
	return [...found].sort();
}

/** @param {string} folder @param {string} root @returns {Notice} */
function noticeIn(folder, root) {
	const { name, version, license = '', author } = manifestAbove(join(root, folder));
	const [, inside = ''] = folder.split(`/node_modules/${name}/`.slice(1));
	const texts = textsIn(join(root, folder));
	const { copyright, words } = split(texts.join('\n\n'));
	const owner = typeof author === 'string' ? author.replace(/ [<(].*/, '') : author?.name;
	return {
		name: `${name} ${version}${inside && `, ${inside}`}`,
		license,
		copyright: texts.length || !owner ? copyright : [`Copyright (c) ${owner}`],
		words,
	};
}

/** What is nearest above and says of which version it is. @param {string} folder @returns {any} */
function manifestAbove(folder) {
	const path = join(folder, 'package.json');
	const manifest = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
	return manifest.version ? manifest : manifestAbove(dirname(folder));
}

/** @param {string} folder */
function textsIn(folder) {
	const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)\b(?!.*\.js$)/i.test(name));
	return names.sort().map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}

/** Takes who it is from and what it is called from the beginning of a licence. @param {string} text */
function split(text) {
	const lines = text.split('\n');
	const title = /^(the )?(mit|isc|bsd 3-clause)( license)?( \(mit\))?$/i;
	const start = lines.findIndex((line) => line.trim() && !title.test(line.trim()) && !isCopyright(line));
	const copyright = lines.slice(0, start).filter(isCopyright);
	return { copyright: copyright.map((line) => line.trim()), words: lines.slice(start).join('\n').trim() };
}

/** @param {string} line */
function isCopyright(line) {
	return /^\s*copyright\b/i.test(line);
}

/**
 * A package that comes without its licence has the words that most others have under the same name, and its author's.
 * @param {readonly Notice[]} notices
 */
function lent(notices) {
	return notices.map((notice) => {
		const words = notice.words || (notice.copyright.length ? mostCommonWords(notices, notice.license) : '');
		if (!words) throw new Error(`${notice.name} has no licence that can be read.`);
		return { ...notice, words };
	});
}

/** @param {readonly Notice[]} notices @param {string} license */
function mostCommonWords(notices, license) {
	const all = notices.filter((notice) => notice.license === license && notice.words);
	const count = (/** @type {Notice} */ { words }) =>
		all.filter((other) => squeezed(other.words) === squeezed(words)).length;
	return all.sort((one, other) => count(other) - count(one))[0]?.words;
}

/** Without what makes no difference. @param {string} text */
function squeezed(text) {
	return text.replace(/\s+/g, ' ');
}
