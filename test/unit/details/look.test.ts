import assert from 'node:assert/strict';
import fc from 'fast-check';
import { detailsOf } from '../../../src/details/details.ts';
import type { Field } from '../../../src/details/fields.ts';
import { everyField } from '../../partner-api/everyField.ts';
import { received } from '../received.ts';
import { blockText } from './detailsText.ts';

const reader = { locale: 'en-US', now: 0 };

function fieldOf(json: object, path: string): Field | undefined {
	const { sections } = detailsOf(received({ id: 'r1', ...json }), reader);
	return sections.flatMap(({ fields }) => fields).find((field) => field.path.join('.') === path);
}

function solutionsOf(solutions: unknown): Field | undefined {
	return fieldOf({ details: { requirements: { solutions } } }, 'details.requirements.solutions');
}

/** What each solution comes to, and all of them. */
function told(solutions: unknown): readonly string[] {
	const look = solutionsOf(solutions)?.look;
	if (look?.kind !== 'table') return ['no table'];
	const totals = look.totals.map(
		({ text, counted, all, isAll }) => `= ${text}${isAll ? '' : ` (${counted} of ${all})`}`,
	);
	return [...look.amounts, ...totals];
}

describe('people on the page', () => {
	const are = (kind: string | undefined, why: string, json: object, path: string) =>
		it(`are ${kind ?? 'fields'} ${why}`, () => assert.equal(fieldOf(json, path)?.look?.kind, kind));

	are('cards', 'where they are contacts', everyField, 'customerProfile.team');
	are('cards', 'where they are the team', everyField, 'team');
	are('cards', 'where one stands for a list of one', { team: { email: 'a@b.c' } }, 'team');
	are(undefined, 'where no people came', { team: 'Ada' }, 'team');
	are(undefined, 'where nobody expects them', { crew: [{ email: 'a@b.c' }] }, 'crew');

	it('have what a card shows of them under the names of the wire', () => {
		const [first] = fieldOf(everyField, 'team')?.blocks ?? [];
		assert.deepEqual(
			first?.lines.map(({ name }) => name),
			['title', 'email', 'phoneNumber', 'contactPreference'],
		);
	});
});

describe('what solutions come to', () => {
	const comesTo = (why: string, solutions: unknown, ...expected: readonly string[]) =>
		it(`is ${expected.join(' ')}: ${why}`, () => assert.deepEqual(told(solutions), expected));
	const solution = (price: unknown, quantity: unknown, currency?: unknown) => ({
		...{ id: 'S', price, quantity },
		...(currency !== undefined && { currency }),
	});

	comesTo('price times quantity', [solution(1250.5, 3, 'EUR')], '€3,751.50', '= €3,751.50');
	comesTo(
		'each currency by itself',
		[solution(10, 2, 'EUR'), solution(5, 1, 'USD'), solution(1, 1, ' eur ')],
		...['€20', '$5', '€1', '= €21 (2 of 3)', '= $5 (1 of 3)'],
	);
	comesTo(
		'of those alone whose price and quantity came',
		[solution(10, 2, 'EUR'), solution(10, null, 'EUR'), { id: 'T' }],
		...['€20', '', '', '= €20 (1 of 3)'],
	);
	comesTo('without a currency', [solution(10, 2)], '20', '= 20');
	comesTo('of numbers as texts', [solution('9.50', '2', 'EUR')], '€19', '= €19');
	comesTo('of nothing at no price', [solution(0, 5, 'USD')], '$0', '= $0');
	comesTo('not what is no number', [solution('ten', 2, 'EUR'), solution([10], {}, 'EUR')], '', '');
	comesTo('not what is beyond all numbers', [solution(1e308, 10, 'EUR')], '');
	comesTo(
		'nor their sum',
		[solution(1e308, 1, 'X'), solution(1e308, 1, 'X')],
		...told([solution(1e308, 1, 'X')])
			.slice(0, 1)
			.flatMap((text) => [text, text]),
	);
	comesTo('one that stands for a list of one', solution(10, 2, 'EUR'), '€20', '= €20');
	comesTo('not texts', ['S', 'T'], '', '');
	comesTo('only what is a row', [null, solution(10, 2, 'EUR'), {}, ''], '€20', '= €20');

	it('stands beside the row that it is of, whatever came', () => {
		const json = fc.oneof(
			fc.jsonValue({ maxDepth: 2 }),
			fc.record({ id: fc.string(), price: fc.integer(), quantity: fc.integer({ min: 1 }) }),
		);
		fc.assert(
			fc.property(fc.array(json, { maxLength: 120 }), (solutions) => {
				const field = solutionsOf(JSON.parse(JSON.stringify(solutions)));
				if (field?.look?.kind !== 'table') return;
				assert.equal(field.look.amounts.length, field.blocks.length);
				for (const [index, amount] of field.look.amounts.entries())
					if (amount) assert.match(blockText(field.blocks[index] ?? assert.fail()), /Price: .*/);
			}),
			{ seed: 12, numRuns: 300 },
		);
	});

	it('is of all, also where the page shows but the first', () => {
		const field = solutionsOf(Array.from({ length: 150 }).map(() => solution(2, 3, 'USD')));
		assert.equal(field?.blocks.length, 100);
		assert.equal(field?.left, 50);
		assert.deepEqual(field?.look?.kind === 'table' && field.look.totals.map(({ text }) => text), ['$900']);
	});
});
