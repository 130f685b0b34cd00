import { changedRows } from './changed.ts';
import type { Fault } from './exchange.ts';

/** Pages that are right but for some of their rows. */
export const rowFaults = {
	rowNull: changedRows((rows) => [...rows.slice(0, 2), null, ...rows.slice(3)]),
	rowText: changedRows((rows) => [...rows.slice(0, 2), 'row', ...rows.slice(3)]),
	rowEmpty: changedRows((rows) => [...rows.slice(0, 2), {}, ...rows.slice(3)]),
	rowWithoutId: changedThird({ id: undefined }),
	rowWithNumericId: changedThird({ id: 42 }),
	rowWithEmptyId: changedThird({ id: '' }),
	rowWithHostileId: changedThird({ id: '../../other?x=1#y' }),
	rowWithWrongTypes: changedThird({ status: 7, substatus: null, customerProfile: 'Contoso', details: [] }),
	rowTwice: changedRows((rows) => [...rows.slice(0, 3), ...rows.slice(2)]),
	rowWithOddFields: changedThird({
		'a.b': 1,
		'': 2,
		constructor: { prototype: 3 },
		toString: null,
		length: 9,
	}),
	rowWithHugeText: changedThird({ name: 'x'.repeat(2 ** 20) }),
	rowWithControlCharacters: changedThird({
		name: '\u202egnp\u0000.\u001b[31m\r\n\ud800',
		id: 'a\u0000b\ud800',
	}),
	rowWithMarkup: changedThird({ name: '<img src=x onerror=alert(1)>[x](command:workbench.action.quit)' }),
	rowWithLinksElsewhere: changedRows((rows, { elsewhere }) =>
		rows.map((row) => withFields(row, { links: { self: { uri: `http://${elsewhere}/`, method: 'GET' } } })),
	),
	rowsInOtherOrder: changedRows((rows) => rows.toReversed()),
	rowsNested: changedRows((rows) => [rows]),
	rowsOfAnotherGroup: changedRows((rows) =>
		rows.map((row) => withFields(row, { status: 'Closed', substatus: 'Won' })),
	),
	rowsNone: changedRows(() => []),
	rowsAllNull: changedRows((rows) => rows.map(() => null)),
	rowsTriple: changedRows((rows) => [...rows, ...rows.map(renamed), ...rows.map(renamed).map(renamed)]),
} as const satisfies Record<string, Fault>;

function changedThird(change: Readonly<Record<string, unknown>>): Fault {
	return changedRows((rows) => rows.map((row, index) => (index === 2 ? withFields(row, change) : row)));
}

function withFields(row: unknown, fields: Readonly<Record<string, unknown>>): unknown {
	return typeof row === 'object' && row !== null ? { ...row, ...fields } : row;
}

/** A copy of a row that is another referral. */
function renamed(row: unknown): unknown {
	if (typeof row !== 'object' || row === null || !('id' in row)) {
		return row;
	}
	return { ...row, id: `${row.id}-copy` };
}
