import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as l10n from '@vscode/l10n';
import { courseOf } from '../../src/details/course.ts';
import { detailsOf } from '../../src/details/details.ts';
import { expiryText, standingText } from '../../src/details/page/course.ts';
import { briefOf } from '../../src/referral/brief.ts';
import { everyField } from '../partner-api/everyField.ts';
import { received } from './received.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(root + file, 'utf8');
const bundle: Readonly<Record<string, string>> = JSON.parse(read('media/l10n/bundle.l10n.json'));
const reader = { locale: 'en', now: Date.parse('2026-10-10T00:00:00Z') };

describe('the words of the details page', () => {
	it('are all in the bundle that translators begin with, and no others', () => {
		const calls = globSync('src/**/*.ts', { cwd: root }).flatMap((file) => [
			...read(file).matchAll(/\bl10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g),
		]);
		const used = calls.map(([, single, double]) => single ?? double ?? '');
		assert.ok(used.length > 80);
		assert.deepEqual([...new Set(used)].sort(), Object.keys(bundle).sort());
		for (const [key, text] of Object.entries(bundle)) assert.equal(text, key);
	});

	it('stand in no template of the page itself', () => {
		const files = globSync('src/*/page/*.ts', { cwd: root });
		assert.ok(files.length > 5);
		for (const file of files) assert.doesNotMatch(read(file), /(?<!=)>\s*[A-Za-z][\w ,.…]*<\//, file);
	});

	it('come out translated, and with what is told in its place', () => {
		l10n.config({ contents: Object.fromEntries(Object.keys(bundle).map((key) => [key, `⟦${key}⟧`])) });
		try {
			const row = received({ ...everyField, status: 'New', substatus: 'Pending' });
			const { sections, kind } = detailsOf(row, reader);
			assert.ok(sections.every(({ title }) => title.startsWith('⟦')));
			assert.equal(kind[0], '⟦Referral⟧');
			const course = courseOf(row.referral);
			assert.equal(standingText(course, reader), '⟦New, Pending, for 8 days.⟧');
			assert.equal(expiryText(course, reader), '⟦Expires in 5 days, on Oct 15, 2026.⟧');
			assert.match(
				briefOf(row.referral, reader, 'x:y'),
				/^- ⟦Status⟧: New › Pending, ⟦expires Oct 15, 2026⟧$/m,
			);
			const labels = sections.flatMap(({ name, fields }) =>
				name === 'other' ? [] : fields.map(({ label }) => label),
			);
			assert.ok(labels.filter((label) => label.startsWith('⟦')).length > 40);
		} finally {
			l10n.config({ contents: {} });
		}
	});
});
