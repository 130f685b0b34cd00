import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FieldName, QueryField } from '../../../src/query/field.ts';
import { queryFields } from '../../../src/query/fields.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { refusePair } from '../../../src/query/refusePair.ts';
import { isRelative } from '../../../src/query/when.ts';

function fieldOf(name: FieldName): QueryField {
	return queryFields.find((field) => field.name === name) ?? assert.fail(name);
}

const guid = '65edc0b5-3485-41b7-a17e-dfa9ef4706e2';
const long = 'x'.repeat(2001);

describe('the fields of a query', () => {
	it('say what they mean in a sentence each, and are asked of somebody', () => {
		for (const { name, label, meaning, asked, values, kind } of queryFields) {
			assert.match(meaning(), /^[A-Z].*\.$/, name);
			assert.ok(asked === 'service' || (values === undefined && asked === 'loaded'), name);
			assert.ok(kind === 'string' || label().startsWith('Value'), name);
		}
		const labels = queryFields.map(({ label }) => label());
		assert.equal(new Set(labels).size, labels.length);
	});

	for (const field of queryFields) {
		it(`${field.name}: its example and its values can be entered`, () => {
			for (const text of [field.example, ...(field.values ?? [])]) {
				const entered = field.enter(everything, text);
				assert.ok('query' in entered, text);
				assert.ok(`${entered.query[field.name]}`.startsWith(text));
			}
		});
	}
});

describe('what is typed as', () => {
	const reads = (name: FieldName, text: string, value: string | number) =>
		it(`${name} ${JSON.stringify(text)}: ${value}`, () => {
			assert.deepEqual(fieldOf(name).read(text), { value });
		});

	/** The sentence must name the field, what was typed, and an example that can be entered. */
	const refuses = (name: FieldName, text: string, wrong: RegExp) =>
		it(`${name} ${JSON.stringify(text.slice(0, 40))}: refused`, () => {
			const { label, read } = fieldOf(name);
			const input = read(text);
			assert.ok('refusal' in input, JSON.stringify(input));
			const [, said = '', example = ''] =
				/^(.*); an example that works is (.*)\.$/s.exec(input.refusal) ?? [];
			assert.ok(said.startsWith(`${label()}: `), input.refusal);
			assert.match(said.slice(label().length + 2), wrong);
			assert.ok('value' in read(example), example);
			assert.doesNotMatch(input.refusal, /[\n\u202e]/);
		});
	const nothing = /^nothing was entered$/;

	reads('status', 'New', 'New');
	reads('status', ' closed ', 'Closed');
	refuses('status', '', nothing);
	refuses('status', 'Nwe', /^“Nwe” is none of New, Active, Closed$/);
	refuses('status', 'Won', /^“Won” is none of/);
	reads('substatus', 'won', 'Won');
	refuses('substatus', '\n', nothing);
	refuses('substatus', 'New', /^“New” is none of Pending, Received, Accepted, Won, Lost, Declined, Expired$/);
	refuses('substatus', '\u202eWon\nx', /^“Won x” is none of/);

	reads('engagementId', guid, guid);
	reads('engagementId', ` ${guid}\n`, guid);
	reads('engagementId', guid.toUpperCase(), guid);
	refuses('engagementId', '', nothing);
	refuses('engagementId', '\u202e \n', nothing);
	refuses('engagementId', long, /is longer than 200 characters$/);
	// Whatever a referral has must come back from a link; who types is told.
	for (const id of ['65edc0b5', ` E  1`, `${guid}0`, `{${guid}}`, `${guid}' or '1' eq '1`]) {
		reads('engagementId', id, id);
		it(`engagementId ${JSON.stringify(id)}: refused where it is typed`, () => {
			const input = fieldOf('engagementId').readTyped?.(id);
			assert.ok(input && 'refusal' in input && input.refusal.includes('” is no GUID; '));
		});
	}

	reads('teamEmail', 'ada@contoso.com', 'ada@contoso.com');
	reads('teamEmail', ' ada.weber+x@sub.contoso.com ', 'ada.weber+x@sub.contoso.com');
	reads('teamEmail', "miles.o'brien@contoso.com", "miles.o'brien@contoso.com");
	refuses('teamEmail', '', nothing);
	refuses('teamEmail', 'ada', /^“ada” is no whole mail address$/);
	refuses('teamEmail', 'ada@contoso', /is no whole mail address$/);
	refuses('teamEmail', '@contoso.com', /is no whole mail address$/);
	refuses('teamEmail', 'ada@@contoso.com', /is no whole mail address$/);
	refuses('teamEmail', 'ada weber@contoso.com', /is no whole mail address$/);
	refuses('teamEmail', "ada@contoso.com' or 'x' eq 'x", /is no whole mail address$/);
	refuses('teamEmail', 'a\u202eda@contoso.com', /is no whole mail address$/);
	refuses('teamEmail', '\ud800@contoso.com', /is no whole mail address$/);

	for (const name of ['updatedSince', 'updatedBefore'] as const) {
		reads(name, '7D', '7d');
		reads(name, ' 999y ', '999y');
		reads(name, '2026-10-24', '2026-10-24T00:00:00Z');
		reads(name, '2024-02-29', '2024-02-29T00:00:00Z');
		reads(name, '2026-10-24T08:00Z', '2026-10-24T08:00:00Z');
		reads(name, '2026-10-24T08:00:00.1234567Z', '2026-10-24T08:00:00Z');
		reads(name, '2026-10-24T01:00:00+02:00', '2026-10-23T23:00:00Z');
		refuses(name, '', nothing);
		for (const text of ['yesterday', '24.10.2026', '2026-10', '2026-10-24 08:00', '2026-10-24T08:00:00'])
			refuses(name, text, / is neither a span of 1 to 999 h, d, w, m or y nor a date$/);
		for (const text of [
			'0d',
			'1000d',
			'-7d',
			'7',
			'7s',
			'7 d',
			'07d',
			'1.5d',
			'2026-10-24T08:00:00Z or 1 eq 1',
		])
			refuses(name, text, / is neither a span of 1 to 999 h, d, w, m or y nor a date$/);
		for (const text of ['2026-02-30', '2023-02-29', '2026-02-30T08:00:00Z', '2026-13-01', '2026-00-01'])
			refuses(name, text, / is not in the calendar$/);
		for (const text of ['2026-10-24T25:00:00Z', '9999-12-31T23:00:00-05:00', '0000-01-01T00:00:00+05:00'])
			refuses(name, text, / is not in the calendar$/);
	}

	reads('qualification', 'salesqualified', 'SalesQualified');
	refuses('qualification', 'Sales', /^“Sales” is none of None, Direct, MarketingQualified, SalesQualified$/);
	refuses('qualification', '', nothing);
	reads('direction', 'incoming', 'Incoming');
	refuses('direction', 'Inbound', /^“Inbound” is none of Incoming, Outgoing$/);
	refuses('direction', '', nothing);
	reads('type', 'SHARED', 'Shared');
	refuses('type', 'Co-sell', /^“Co-sell” is none of Shared, Independent$/);
	refuses('type', '', nothing);

	reads('country', 'us', 'US');
	reads('country', ' XK ', 'XK');
	refuses('country', '', nothing);
	refuses('country', 'USA', /^“USA” is no code of two letters \(ISO 3166\)$/);
	refuses('country', 'Germany', /is no code of two letters/);
	refuses('country', 'U1', /is no code of two letters/);
	refuses('country', 'ZZ', /is no country/);
	refuses('country', 'QX', /is no country/);

	reads('advanced', " type ne 'Shared' ", "type ne 'Shared'");
	reads('advanced', "name eq ')('", "name eq ')('");
	reads('advanced', "name eq 'it''s  two'", "name eq 'it''s  two'");
	refuses('advanced', '  ', nothing);
	refuses('advanced', "a eq 'x') or (1 eq 1", /closes a parenthesis that was not opened$/);
	refuses('advanced', '(a eq 1', /has a parenthesis that is not closed$/);
	refuses('advanced', "a eq 'x", /has a quote \('\) that is not closed$/);
	refuses('advanced', "a eq 'x\u202ey'", /has characters that cannot be seen, or line breaks$/);
	refuses('advanced', 'a eq 1\nand b eq 2', /has characters that cannot be seen, or line breaks$/);
	refuses('advanced', "a eq '\ud800'", /has characters that cannot be seen, or line breaks$/);
	refuses('advanced', long, /is longer than 2000 characters$/);
	refuses('advanced', '('.repeat(200) + ')'.repeat(200), /has more than 100 parentheses in each other$/);

	for (const name of ['text', 'product', 'solutionArea'] as const) {
		reads(name, ' Con\u200btoso \n Ltd ', 'Contoso Ltd');
		refuses(name, '', nothing);
		refuses(name, '\u202e\t', nothing);
		refuses(name, long, /is longer than 200 characters$/);
	}

	for (const name of ['valueAtLeast', 'valueAtMost'] as const) {
		reads(name, ' 50000 ', 50000);
		reads(name, '0', 0);
		reads(name, '1250.5', 1250.5);
		reads(name, '1e6', 1_000_000);
		refuses(name, '', nothing);
		for (const text of [
			'50,000',
			'50.000,00',
			'-1',
			'$5',
			'50k',
			'Infinity',
			'NaN',
			'1e999',
			'0x10',
			'.5',
			'1.',
		])
			refuses(name, text, / is no plain number from 0 on$/);
	}

	reads('currency', 'usd', 'USD');
	refuses('currency', '', nothing);
	refuses('currency', '€', /^“€” is no code of three letters \(ISO 4217\)$/);
	refuses('currency', 'euro', /is no code of three letters/);
	reads('expiresWithin', ' 2W ', '2w');
	refuses('expiresWithin', '', nothing);
	refuses('expiresWithin', '2026-10-24', /^“2026-10-24” is no span of 1 to 999 h, d, w, m or y$/);
	refuses('expiresWithin', 'tomorrow', /is no span/);

	it('anything is read or refused with field and example, and reads the same again', () => {
		const check = (field: QueryField, text: string) => {
			const input = field.read(text);
			if ('value' in input) return assert.deepEqual(field.read(`${input.value}`), input);
			assert.ok(input.refusal.startsWith(`${field.label()}: `));
			assert.ok(input.refusal.endsWith(`; an example that works is ${field.example}.`));
		};
		const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
		const property = fc.property(fc.constantFrom(...queryFields), texts, check);
		fc.assert(property, { seed: 27, numRuns: 20_000 });
	});

	it('a time is a span, an instant in UTC or refused, whatever it is', () => {
		const number = (most: number) =>
			fc.integer({ min: 0, max: most }).map((each) => `${each}`.padStart(2, '0'));
		const typed = fc
			.tuple(fc.integer({ min: 0, max: 9999 }), number(13), number(32), number(25), number(61))
			.chain(([year, month, day, hour, minute]) => {
				const date = `${`${year}`.padStart(4, '0')}-${month}-${day}`;
				const zone = fc.constantFrom('Z', '+14:00', '-12:00', '+99:99', '');
				return fc.oneof(
					fc.constant(date),
					zone.map((each) => `${date}T${hour}:${minute}${each}`),
				);
			});
		const check = (text: string) => {
			const input = fieldOf('updatedSince').read(text);
			if ('refusal' in input || isRelative(`${input.value}`)) return;
			assert.match(`${input.value}`, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
			assert.equal(Date.parse(`${input.value}`), Date.parse(text.trim()));
		};
		fc.assert(fc.property(fc.oneof(typed, fc.string()), check), { seed: 26, numRuns: 5_000 });
	});
});

describe('conditions together', () => {
	const fits = (query: Partial<Query>, refusal?: string) =>
		it(`${JSON.stringify(query)}: ${refusal ?? 'fine'}`, () => {
			assert.equal(refusePair({ ...everything, ...query }), refusal);
		});

	fits({});
	fits({ status: 'Closed', substatus: 'Won' });
	fits(
		{ status: 'Closed', substatus: 'Accepted' },
		'Status and substatus: a referral that is Closed is never Accepted; examples that work are ' +
			'Closed with Won, and Active with Accepted.',
	);
	fits(
		{ status: 'New', substatus: 'Lost' },
		'Status and substatus: a referral that is New is never Lost; examples that work are ' +
			'New with Pending, and Closed with Lost.',
	);
	fits({ valueAtLeast: 5, valueAtMost: 5 });
	fits(
		{ valueAtLeast: 6, valueAtMost: 5 },
		'Value at least and value at most: nothing is at least 6 and at most 5; ' +
			'an example that works is at least 5 and at most 6.',
	);
	fits({ updatedSince: '30d', updatedBefore: '7d' });
	fits({ updatedSince: '2m', updatedBefore: '7d' });
	fits({ updatedSince: '7d', updatedBefore: '2026-10-24T00:00:00Z' });
	fits({ updatedSince: '2026-10-24T00:00:00Z', updatedBefore: '2026-10-25T00:00:00Z' });
	fits(
		{ updatedSince: '7d', updatedBefore: '1w' },
		'Updated since and updated before: nothing is updated since 7d and before 1w; ' +
			'an example that works is since 30d and before 7d.',
	);
	fits(
		{ updatedSince: '2026-10-24T00:00:00Z', updatedBefore: '2026-10-24T00:00:00Z' },
		'Updated since and updated before: nothing is updated since 2026-10-24T00:00:00Z and before ' +
			'2026-10-24T00:00:00Z; an example that works is since 2026-10-01 and before 2026-10-24.',
	);
});
