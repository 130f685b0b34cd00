import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainTable, type TableWishes } from '../../../../src/pipeline/wishes/table.ts';
import { groupsOf, matchingRows } from './plainTable.ts';
import { anyWishes, listed, type Plain, plainRow, plainRows, TableWorld } from './world.ts';

const nobody = () => false;

/** What the lines are, as texts. */
function linesOf({ table }: TableWorld): readonly string[] {
	return table
		.lines(0, table.lineCount, nobody)
		.map((line) => (line.kind === 'row' ? line.id : `# ${line.key} ${line.open}`));
}

/** What they should be; which groups are open, the table says. */
function expected(rows: readonly Plain[], wishes: TableWishes, world: TableWorld): readonly string[] {
	const matching = matchingRows(rows, wishes);
	const groups = groupsOf(matching, wishes);
	const open = new Set(linesOf(world).filter((line) => line.endsWith(' true')));
	if (!groups) return matching.map(({ id }) => id);
	return [...groups].flatMap(([key, own]) => {
		const head = `# ${key} true`;
		return open.has(head) ? [head, ...own.map(({ id }) => id)] : [`# ${key} false`];
	});
}

function holds(rows: readonly Plain[], wishes: TableWishes, world: TableWorld): void {
	const { table } = world;
	assert.equal(table.busy, false);
	assert.deepEqual(linesOf(world), expected(rows, wishes, world));
	const matching = matchingRows(rows, wishes);
	assert.equal(table.matching, matching.length);
	assert.deepEqual(idsOf(table.shown()), idsOf(inGroups(matching, wishes).map(listed)));
	for (const row of rows) assert.equal(table.matches(listed(row), new Set()), matching.includes(row), row.id);
	holdsLines(world);
}

/** Each once, where it stands first. */
function inGroups(matching: readonly Plain[], wishes: TableWishes): readonly Plain[] {
	const groups = groupsOf(matching, wishes);
	return groups ? [...new Set([...groups.values()].flat())] : matching;
}

function idsOf(rows: Iterable<{ readonly referral: { readonly id: string } }>): readonly string[] {
	return [...rows].map(({ referral }) => referral.id);
}

/** Lines and what is found by them agree. */
function holdsLines({ table }: TableWorld): void {
	const lines = table.lines(0, table.lineCount, nobody);
	assert.equal(lines.length, table.lineCount);
	for (const [at, line] of lines.entries()) {
		assert.equal(table.rowAt(at)?.referral.id, line.kind === 'row' ? line.id : undefined);
		const first = lines.findIndex(
			(each) => each.kind === 'row' && line.kind === 'row' && each.id === line.id,
		);
		if (line.kind === 'row') assert.equal(table.lineOf(line.id), first);
	}
	assert.equal(table.rowAt(lines.length), undefined);
	assert.equal(table.lineOf('nobody'), undefined);
	const half = Math.floor(lines.length / 2);
	const between = new Set(lines.slice(half).flatMap((line) => (line.kind === 'row' ? line.id : [])));
	assert.deepEqual(idsOf(table.rowsBetween(lines.length - 1, half)), [...between]);
}

describe('a table', () => {
	it('has the rows that match, in order and in groups', async () => {
		await fc.assert(
			fc.asyncProperty(plainRows, anyWishes, async (rows, wishes) => {
				const world = new TableWorld();
				world.table.wish(wishes);
				world.table.show(rows.map(listed));
				await world.settle();
				holds(rows, wishes, world);
				assert.ok(world.longestSlice <= 8, `${world.longestSlice}`);
			}),
			{ numRuns: 500 },
		);
	});

	it('comes to the same whatever happens while it works', async () => {
		await fc.assert(
			fc.asyncProperty(plainRows, fc.array(anyStep, { maxLength: 25 }), async (first, steps) => {
				const world = new TableWorld();
				const state = { rows: first, wishes: plainTable };
				world.table.show(first.map(listed));
				for (const step of steps) await taken(step, state, world);
				await world.settle();
				holds(state.rows, state.wishes, world);
			}),
			{ numRuns: 500 },
		);
	});
});

interface State {
	rows: readonly Plain[];
	wishes: TableWishes;
}

type Step =
	| { readonly kind: 'wish'; readonly wishes: TableWishes }
	| { readonly kind: 'append' | 'insert' | 'replace'; readonly row: Plain; readonly at: number }
	| { readonly kind: 'drop' | 'turnRound' | 'toggle' | 'turn' | 'refresh'; readonly at: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ kind: fc.constant('wish' as const), wishes: anyWishes }),
	fc.record({ kind: fc.constantFrom('append', 'insert', 'replace'), row: plainRow, at: fc.nat(60) }),
	fc.record({
		kind: fc.constantFrom('drop', 'turnRound', 'toggle', 'turn', 'turn', 'turn', 'refresh'),
		at: fc.nat(60),
	}),
);

/** As long as the stamp is the same, so are the lines. */
async function taken(step: Step, state: State, world: TableWorld): Promise<void> {
	const { table } = world;
	const [stamp, lines] = [table.stamp, linesOf(world)];
	if (step.kind === 'wish') {
		state.wishes = step.wishes;
		table.wish(step.wishes);
	} else if (step.kind === 'turn') await world.turn(1 + (step.at % 4));
	else if (step.kind === 'refresh') table.refresh();
	else if (step.kind === 'toggle') toggled(step.at, world);
	else {
		state.rows = changed(step, state.rows);
		table.show(state.rows.map(listed));
	}
	if (table.stamp === stamp) assert.deepEqual(linesOf(world), lines);
	holdsLines(world);
}

function changed(step: Exclude<Step, { kind: 'wish' }>, rows: readonly Plain[]): readonly Plain[] {
	const at = step.at % (rows.length + 1);
	const before = rows[at];
	switch (step.kind) {
		case 'append':
			return [...rows, step.row];
		case 'insert':
			return rows.toSpliced(at, 0, step.row);
		case 'replace':
			return before ? rows.toSpliced(at, 1, { ...step.row, id: before.id }) : rows;
		case 'drop':
			return rows.toSpliced(at, 1);
		default:
			return rows.toReversed();
	}
}

/** Opens or closes one of the groups that are there, which becomes what it was not. */
function toggled(at: number, { table }: TableWorld): void {
	const groups = table.lines(0, table.lineCount, nobody).filter((line) => line.kind === 'group');
	const group = groups[at % groups.length];
	if (!group) return;
	table.toggleGroup(group.key);
	const now = table
		.lines(0, table.lineCount, nobody)
		.find((line) => line.kind === 'group' && line.key === group.key);
	assert.deepEqual(now, { ...group, open: !group.open });
}
