import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import { courseOf } from '../../src/details/course.ts';
import { detailsOf } from '../../src/details/details.ts';
import { expiryText, standingText } from '../../src/details/page/course.ts';
import { texts } from '../../src/editor/failureText.ts';
import { signInTexts } from '../../src/editor/signInTexts.ts';
import { fileTexts } from '../../src/export/editor/fileFailureText.ts';
import { queryFields } from '../../src/query/fields.ts';
import { readFlatQuery } from '../../src/query/flat.ts';
import { readOdata } from '../../src/query/odata/read.ts';
import { queryText } from '../../src/query/text.ts';
import { briefOf } from '../../src/referral/brief.ts';
import { everyField } from '../partner-api/everyField.ts';
import { allowed } from '../words/allowed.ts';
import { type BareWords, bareWordsIn } from '../words/bareWords.ts';
import { sources } from '../words/sources.ts';
import { type Translation, translationsIn } from '../words/translations.ts';
import { received } from './received.ts';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const bundle: Readonly<Record<string, string>> = JSON.parse(read('media/l10n/bundle.l10n.json'));

describe('the words in the source', () => {
	const translations: (Translation & { readonly file: string })[] = [];
	const bare: (BareWords & { readonly file: string })[] = [];
	before(function () {
		this.timeout(60_000);
		for (const [file, source] of sources()) {
			translations.push(...translationsIn(source).map((each) => ({ file, ...each })));
			bare.push(...bareWordsIn(source).map((each) => ({ file, ...each })));
		}
	});
	const none = (found: readonly { readonly file: string; readonly line: number }[]) =>
		assert.deepEqual(
			found.map(({ file, line, ...rest }) => ({ at: `src/${file}:${line}`, ...rest })),
			[],
		);
	const isAllowed = ({ file, text }: (typeof bare)[number]) =>
		allowed.some(({ place, texts }) => file.startsWith(place) && texts.test(text));

	it('are translated, or are for nobody who reads the language of the editor', () => {
		none(bare.filter((each) => !isAllowed(each)));
	});
	for (const { place, texts, why } of allowed)
		it(`need no translation in ${place}: ${why}`, () => {
			assert.ok(bare.some(({ file, text }) => file.startsWith(place) && texts.test(text)));
		});

	it('are made when they are shown, and stand as literals where they are made', () => {
		assert.ok(translations.length > 80);
		none(translations.filter(({ atLoad, key }) => atLoad || key === undefined));
	});
	it('are all in the bundle that translators begin with, and no others (npm run words)', () => {
		const used = translations.flatMap(({ key }) => key ?? []);
		assert.deepEqual([...new Set(used)].sort(), Object.keys(bundle).sort());
		for (const [key, text] of Object.entries(bundle)) assert.equal(text, key.split('/')[0]);
	});
	// The editor's own needs no bundle handed over, nor a byte when the extension is activated; what doesn't know the
	// editor can't have it. Tools for translators find both, where they are called by these names.
	it('come from the editor where it is known, else from the library', () => {
		none(
			translations.filter(({ file, byEditor }) => {
				const knows = /^import \* as vscode from 'vscode';$/m.test(read(`src/${file}`));
				return (
					byEditor !== knows ||
					(!byEditor && !read(`src/${file}`).includes("import * as l10n from '@vscode/l10n'"))
				);
			}),
		);
	});
});

describe('the words in the manifest', () => {
	const texts = leavesOf(JSON.parse(read('package.json')));
	const words: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
	const keys = texts.flatMap(({ text }) => /^%(.*)%$/.exec(text)?.[1] ?? []);

	it('are in package.nls.json, where it looks for them', () => {
		const bare = texts.filter(({ path, text }) => isForPeople(path) && !/^%[\w.-]+%$/.test(text));
		assert.deepEqual(bare, []);
		assert.deepEqual([...new Set(keys)].sort(), Object.keys(words).sort());
	});
	it('are words', () => {
		for (const [key, text] of Object.entries(words)) assert.match(text, /^\p{Lu}[^%]*\S$/u, key);
	});
});

describe('in another language', () => {
	const reader = { locale: 'en', now: Date.parse('2026-10-10T00:00:00Z') };

	before(() =>
		l10n.config({ contents: Object.fromEntries(Object.keys(bundle).map((key) => [key, `⟦${key}⟧`])) }),
	);
	after(() => l10n.config({ contents: {} }));

	it('the words of the details page come out translated, and with what is told in its place', () => {
		const row = received({ ...everyField, status: 'New', substatus: 'Pending' });
		const { sections, kind } = detailsOf(row, reader);
		assert.ok(sections.every(({ title }) => title.startsWith('⟦')));
		assert.equal(kind[0], '⟦Referral⟧');
		const course = courseOf(row.referral);
		assert.equal(standingText(course, reader), '⟦⟦New⟧, ⟦Pending⟧, for 8 days.⟧');
		assert.equal(expiryText(course, reader), '⟦Expires in 5 days, on Oct 15, 2026.⟧');
		const brief = briefOf(row.referral, reader, 'x:y');
		assert.match(brief, /^- ⟦⟦Status⟧:⟧ ⟦⟦New⟧ › ⟦Pending⟧, expires Oct 15, 2026⟧$/m);
		// What nobody knows is called by its name on the wire.
		const untranslated = labelsIn(sections).filter((label) => !label.startsWith('⟦'));
		assert.deepEqual(untranslated, [
			'Device count',
			'@odata.context',
			...ofLinks,
			'Review pending',
			'Nested',
			'Deep',
		]);
	});

	it('all words for failures do', () => {
		for (const text of [...Object.values(texts), ...signInTexts.values(), ...Object.values(fileTexts)])
			assert.match([text()].flat()[0] ?? '', /^⟦.*⟧$/);
	});

	it('all words for queries do', () => {
		const conditions = queryFields.map(({ name, example: text }) => ({ name, text, not: false }));
		const read = readFlatQuery([...conditions, { name: 'sort', text: 'oldest', not: false }]);
		assert.ok('query' in read);
		const [pair, ...phrases] = queryText(read.query, 'en').split(' · ');
		assert.equal(pair, 'New › Pending');
		assert.ok(phrases.length > 10);
		for (const phrase of phrases) assert.match(phrase, /^⟦.*⟧$/);
		for (const { label, meaning } of queryFields)
			for (const text of [label(), meaning()]) assert.match(text, /^⟦.*⟧$/);
	});

	it('what is refused is told, and what is read is the same', () => {
		for (const field of queryFields) {
			const refused = field.read('');
			assert.match('refusal' in refused ? refused.refusal : '', /^⟦⟦.*⟧: nothing was entered; .*⟧$/);
			assert.ok('value' in field.read(field.example), field.name);
		}
		const refused = readFlatQuery([{ name: 'Status', text: 'New', not: false }]);
		assert.match('refusal' in refused ? refused.refusal : '', /^⟦⟦Query⟧: “Status” is none of status, /);
		const broken = readOdata('status eq');
		assert.match('refusal' in broken ? broken.refusal : '', /^⟦OData filter: .*⟧$/);
	});
});

interface Leaf {
	/** The names on the way to it, with dots. */
	readonly path: string;
	readonly text: string;
}

function leavesOf(value: unknown, path = ''): readonly Leaf[] {
	if (typeof value === 'string') return [{ path, text: value }];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, each]) => leavesOf(each, `${path}.${name}`));
}

/** Whether somebody reads what stands there in the manifest: by its name, or because it looks like a sentence. */
function isForPeople(path: string): boolean {
	if (/^\.(?:displayName|description)$/.test(path)) return true;
	if (!path.startsWith('.contributes.')) return false;
	return !/\.(?:command|when|group|id|icon|view|type|enum\.\d+|default(?:\.\d+)?|pattern|scope|required\.\d+|key|mac|by|body\.\w+)$/.test(
		path,
	);
}

const ofLinks = ['Related referrals uri', 'Related referrals method', 'Self uri', 'Self method'];

/** Whatever is called something on the page, wherever it stands. */
function labelsIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const own = 'label' in value ? [`${value.label}`] : [];
	return [...own, ...Object.values(value).flatMap(labelsIn)];
}
