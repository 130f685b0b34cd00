import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Digested, digestOf } from '../../../../src/export/digest/digest.ts';
import { rulesAt } from '../../../../src/listing/arranging/lenses.ts';
import { usualAttention } from '../../../../src/referral/attention/wishes.ts';
import { Presenter } from '../../../../src/referral/presenter.ts';
import { oneLine } from '../../../../src/text/oneLine.ts';
import { hostileNames, hostileValues } from '../../../partner-api/hostileReferrals.ts';
import { HandClock } from '../../handClock.ts';
import { tenant } from '../../sample/sampleAsk.ts';
import { listedOf } from '../listedOf.ts';

const now = Date.parse('2026-03-15T10:30:00Z');
const presenter = new Presenter({ locale: 'en-US', clock: new HandClock(now) });
const attention = { wishes: usualAttention, disagrees: () => false, isQuiet: () => false };

function digest(jsons: readonly object[], options: Partial<Digested> = {}): string {
	const rows = jsons.map((json, index) => listedOf({ id: `id-${index}`, ...json }));
	const rules = new Map(
		rows.flatMap((row) => {
			const found = rulesAt(row, now, attention);
			return found.length > 0 ? [[row, found] as const] : [];
		}),
	);
	const span = { from: now - 7 * 86_400_000, to: now };
	const usual = { rows, rules, span, now, mayBeMore: false, filter: '', named: true };
	return digestOf({ ...usual, ...options }, presenter);
}

const recently = '2026-03-12T08:00:00Z';
const before = '2026-01-12T08:00:00Z';
const worth = (dealValue: number, currency: string, closingDateTime = '2026-06-01T00:00:00Z') => ({
	details: { dealValue, currency, closingDateTime },
});
const closed = (substatus: string, more: object = {}) => ({
	...{ name: `A ${substatus} deal`, status: 'Closed', substatus, createdDateTime: before },
	...{ closedDateTime: recently, updatedDateTime: recently, ...more },
});
const active = (more: object = {}) => ({
	...{ name: 'In work', status: 'Active', substatus: 'Accepted', createdDateTime: before },
	...{ acceptedDateTime: before, updatedDateTime: recently, team: [{ email: 'a@contoso.com' }], ...more },
});
const fresh = (more: object = {}) => ({
	...{
		name: 'Just in',
		status: 'New',
		substatus: 'Pending',
		createdDateTime: recently,
		updatedDateTime: recently,
	},
	...more,
});
const linesOf = (text: string, heading: string) => {
	const sections = text.split(/^### /m);
	const section = sections.find((each) => each.startsWith(heading)) ?? '';
	return section.split('\n').filter((line) => line.startsWith('- '));
};

describe('a digest', () => {
	it('tells what happened and what is to be done, with counts and worths', () => {
		const customer = { customerProfile: { name: 'Fabrikam' } };
		const text = digest([
			fresh({ ...customer, expirationDateTime: '2026-03-20T00:00:00Z', ...worth(1000, 'EUR') }),
			closed('Won', { ...customer, ...worth(50_000, 'USD') }),
			closed('Won', { name: 'Fabrikam', ...customer, ...worth(7000, 'EUR') }),
			closed('Lost', { statusReason: 'Chose another vendor.' }),
			closed('Declined'),
			active(worth(10, 'EUR', '2026-03-01T00:00:00Z')),
			active({ name: 'No value' }),
		]);
		assert.equal(
			text,
			[
				'## Referrals, Mar 8, 2026 – Mar 15, 2026',
				'',
				'Of 7 referrals, as of Mar 15, 2026, 10:30 AM UTC.',
				'',
				'### New (1) · €1K',
				'',
				'- **Just in** · Fabrikam · €1,000 · New › Pending',
				'',
				'### Won (2) · $50K · €7K',
				'',
				'- **A Won deal** · Fabrikam · $50,000',
				'- **Fabrikam** · €7,000',
				'',
				'### Lost or declined (2)',
				'',
				'- **A Lost deal** · Lost · Chose another vendor.',
				'- **A Declined deal** · Declined',
				'',
				'### Expiring within 7 days (1) · €1K',
				'',
				'- **Just in** · Fabrikam · €1,000 · expires Mar 20, 2026',
				'',
				'### Slipped: close date passed, still open (1) · €10',
				'',
				'- **In work** · €10 · close date Mar 1, 2026',
				'',
				'### Needs attention for other reasons (1)',
				'',
				'- **No value** · no value, no close date',
				'',
			].join('\n'),
		);
	});

	it('of nothing is empty', () => {
		assert.equal(digest([]), '');
		assert.equal(digest([closed('Won', { closedDateTime: before })]), '');
	});

	describe('without names', () => {
		const jsons = [
			{ ...fresh(worth(5, 'EUR')), id: '0d43414c-0001', customerProfile: { name: 'Fabrikam' } },
			closed('Lost', { statusReason: 'Contoso was cheaper.' }),
		];
		const text = digest(jsons, { named: false, filter: 'customer Fabrikam' });
		it('tells neither names nor what was typed', () =>
			assert.doesNotMatch(text, /Fabrikam|Just in|Contoso|Lost deal/));
		it('tells the beginning of the id', () =>
			assert.deepEqual(linesOf(text, 'New'), ['- **Referral 0d43414c…** · Referral · €5 · New › Pending']));
	});

	it('says what was asked for, and that there may be more', () => {
		const text = digest([fresh()], { filter: 'country DE', mayBeMore: true });
		assert.match(
			text,
			/^Of the 1 referral that is loaded, as of .*\. There may be more\.\n\nFilter: country DE\n$/m,
		);
	});

	it('has no more than fifteen lines a section, and says how many more there are', () => {
		const lines = linesOf(digest(Array.from({ length: 27 }, () => closed('Won'))), 'Won (27)');
		assert.deepEqual([lines.length, lines.at(-1)], [16, '- and 12 more']);
	});

	it('never adds currencies, and names only a few', () => {
		const all = ['EUR', 'USD', 'PLN', 'GBP', 'JPY', 'CHF', 'SEK'];
		const text = digest(
			all.flatMap((currency) => [closed('Won', worth(1, currency)), closed('Won', worth(2, currency))]),
		);
		assert.match(text, /^### Won \(14\) · €3 · \$3 · PLN\s3 · £3 · ¥3 · …$/m);
	});

	describe('has in a section', () => {
		const has = (name: string, json: object, heading: string, isThere = true) =>
			it(`${heading}${isThere ? '' : ', not'} ${name}`, () =>
				assert.equal(linesOf(digest([json]), heading).length > 0, isThere));
		has('what was accepted in the span', active({ acceptedDateTime: recently }), 'Accepted');
		has(
			'what we sent ourselves',
			active({ createdDateTime: recently, acceptedDateTime: recently }),
			'Accepted',
			false,
		);
		has('what was accepted before', active(), 'Accepted', false);
		has('what ended with its last change', closed('Won', { closedDateTime: undefined }), 'Won');
		has('what was open meanwhile', { ...closed('Won'), status: 'Active' }, 'Won', false);
		has('what expired', closed('Expired'), 'Expired');
		has('what expires later', fresh({ expirationDateTime: '2026-03-25T00:00:00Z' }), 'Expiring', false);
		has('what is over', fresh({ expirationDateTime: '2026-03-14T00:00:00Z' }), 'Expiring', false);
		has('what closes today', active(worth(1, 'EUR', '2026-03-15T00:00:00Z')), 'Slipped', false);
		has('what closed in time', closed('Won', worth(1, 'EUR', '2026-03-01T00:00:00Z')), 'Slipped', false);
		has('what only slipped', active(worth(1, 'EUR', '2026-03-01T00:00:00Z')), 'Needs attention', false);
	});

	describe("has no markup of a stranger's", () => {
		for (const name of hostileNames)
			it(name, () => {
				const text = hostileValues[name];
				for (const named of [true, false]) isHarmless(digest(saying(text), { named, filter: oneLine(text) }));
			});
	});

	it('is a few lines of a form that is known, whatever is in it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, named) => {
				isHarmless(digest(saying(text), { named, filter: oneLine(text) }));
			}),
			{ seed: 77 },
		);
	});

	it('of the sample counts what a plain recount does', () => {
		const from = now - 30 * 86_400_000;
		const text = digest(tenant.referrals, { span: { from, to: now } });
		const inSpan = (date: unknown) =>
			typeof date === 'string' && Date.parse(date) >= from && Date.parse(date) < now;
		const fromJson = tenant.referrals.map((each): Readonly<Record<string, unknown>> => each);
		const created = fromJson.filter(({ createdDateTime }) => inSpan(createdDateTime)).length;
		// A date that was never set is in the year 1.
		const isSet = (date: unknown) => typeof date === 'string' && Date.parse(date) > 0;
		const won = fromJson.filter(
			({ substatus, closedDateTime, updatedDateTime }) =>
				substatus === 'Won' && inSpan(isSet(closedDateTime) ? closedDateTime : updatedDateTime),
		).length;
		assert.ok(created > 0 && won > 0);
		assert.match(text, new RegExp(`^### New \\(${created}\\)`, 'm'));
		assert.match(text, new RegExp(`^### Won \\(${won}\\)`, 'm'));
	});
});

/** Referrals in which a text stands wherever a digest looks. */
function saying(text: string): readonly object[] {
	const told = { name: text, customerProfile: { name: text }, details: { dealValue: 5, currency: text } };
	return [
		fresh(told),
		closed('Lost', { ...told, statusReason: text }),
		fresh({ id: text || '1', substatus: text }),
	];
}

/** Only our own marks begin a line or stand around a name, and none of all others is not escaped. */
function isHarmless(text: string): void {
	for (const line of text.split('\n')) {
		const [, own = ''] = /^(?:## |### |- \*\*|- and |Of |Filter: |$)(.*)$/u.exec(line) ?? [
			undefined,
			undefined,
		];
		assert.match(line, /^(?:## |### |- \*\*.*\*\*(?: · |$)|- and \d+ more$|Of |Filter: |$)/u, line);
		const rest = own.replaceAll(/\\./gu, '').replace(line.startsWith('- ') ? '**' : '', '');
		assert.doesNotMatch(rest, /[*_`<>[\]~@\\]|:\/\//, line);
	}
}
