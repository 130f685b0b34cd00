import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Who looks at what was sent of a referral, whatever is shown: who judges it, asks for it, or tells it from others. */
const mayLook: readonly string[] = [
	// Whether it is put aside, by its id and date.
	'account/arranging/choice.ts',
	// Who is in teams, by the addresses that the service knows.
	'commands/mine.ts',
	// A masked file would change deals when it is uploaded; the user is asked.
	...['export/bulk/deal.ts', 'export/bulk/rules.ts'],
	// The user is asked, too, whether a calendar is masked.
	'export/calendar/editor/exportExpiries.ts',
	// What happened when.
	'export/digest/sections.ts',
	// Where the user wants what was sent.
	'export/fixed.ts',
	// What is shown is made of it.
	'listing/arranging/listed.ts',
	// Groups stay what they are when their names are masked.
	'listing/arranging/groupings.ts',
	// By dates.
	'listing/arranging/orders.ts',
	// What a query finds.
	...['listing/conditionOn.ts', 'listing/fitsQuery.ts', 'listing/meetsQuery.ts', 'listing/exploration.ts'],
	// Whether sides disagree.
	'listing/picking.ts',
	// By ids, dates and whether anything changed.
	...['listing/session.ts', 'listing/store.ts', 'listing/since/facts.ts', 'listing/since/seen.ts'],
];

const src = fileURLToPath(new URL('../../../../src/', import.meta.url));
const looks = /\.sent\b|\bsent(?:Names|Value)\b|\{[^{}]*\bsent\b[^{}]*\} of |\(\{[^})]*\bsent\b(?::|[^)]*\})/;

describe('what was sent of a referral', () => {
	it('is looked at by those alone who do not show it', () => {
		const looking = globSync('**/*.ts', { cwd: src })
			.map((file) => file.replaceAll('\\', '/'))
			.filter((file) => !file.startsWith('referral/mask/') && looks.test(readFileSync(src + file, 'utf8')));
		assert.deepEqual(looking.sort(), [...mayLook].sort());
	});
});

/** Who puts queries into words as they are: those who hide what nobody is to read before. */
const saying: readonly string[] = ['commands/openLink.ts', 'query/editor/spoken.ts', 'query/text.ts'];

describe('what a query looks for', () => {
	it('is put into words by those alone who can hide it', () => {
		const found = globSync('**/*.ts', { cwd: src })
			.map((file) => file.replaceAll('\\', '/'))
			.filter((file) => /\b(?:quotedQ|q)ueryText\(/.test(readFileSync(src + file, 'utf8')));
		assert.deepEqual(found.sort(), [...saying].sort());
	});
});
