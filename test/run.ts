// npm test [-- [stage…] [file…] [--grep words] [--bail] [--timeout ms] [--no-build]]
// The last line says how many tests passed and failed; a check or a build that fails counts as one.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Counts, sum } from './run/counts.ts';
import type { MochaWishes } from './run/mochaStage.ts';
import { type Stage, type StageName, stages } from './run/stages.ts';
import { exitOnSignals } from './workbench/exitOnSignals.ts';
import { repository } from './workbench/repository.ts';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		grep: { type: 'string', short: 'g' },
		bail: { type: 'boolean', short: 'b' },
		timeout: { type: 'string', short: 't' },
		'no-build': { type: 'boolean' },
	},
});

const known = new Map<string, Stage>(Object.entries(stages));
const files = positionals.filter((word) => !known.has(word)).map((file) => relative(repository, file));
const wishes: MochaWishes = {
	files,
	...(values.grep === undefined ? {} : { grep: values.grep }),
	...(values.bail === undefined ? {} : { bail: values.bail }),
	...(values.timeout === undefined ? {} : { timeout: Number(values.timeout) }),
};

const missing = files.filter((file) => !existsSync(join(repository, file)));
if (missing.length) {
	console.error(`Neither a stage (${[...known.keys()].join(', ')}) nor a test file: ${missing.join(', ')}`);
	process.exit(1);
}

exitOnSignals();
const counts: Counts[] = [];
for (const group of groupsOf(chosen()))
	counts.push(...(await Promise.all(group.map(([name, stage]) => outcome(name, stage)))));
const all = sum(counts);
process.exitCode = all.failed ? 1 : 0;
console.log(`\n${countsText(all)}`);

/** Stages that run side by side, in the order of the first of them. */
function groupsOf(all: readonly (readonly [string, Stage])[]): (readonly [string, Stage])[][] {
	const groups: (readonly [string, Stage])[][] = [];
	let beside: (readonly [string, Stage])[] | undefined;
	for (const each of all) {
		if (beside) beside.push(each);
		else groups.push([each]);
		beside = each[1].besideNext ? groups.at(-1) : undefined;
	}
	return groups;
}

/** A stage that cannot even start, for want of the network or a program, fails as one. */
async function outcome(name: string, stage: Stage): Promise<Counts> {
	console.log(`\n── ${name}: ${stage.about}\n`);
	const counts = await stage.run(wishes).catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		return { passed: 0, failed: 1, skipped: 0 };
	});
	console.log(`── ${name}: ${countsText(counts)}`);
	return counts;
}

function countsText({ passed, failed, skipped }: Counts): string {
	return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** The stages asked for by name, else those the files are in, else all; and a build before what needs one. */
function chosen(): [string, Stage][] {
	const named = positionals.filter((word) => known.has(word));
	const holding = files.map((file) => file.split(/[/\\]/)[1] ?? '');
	const wanted = new Set<string>(named.length ? named : holding.length ? holding : known.keys());
	const stale = [...wanted].some((name) => known.get(name)?.built) && !values['no-build'];
	if (stale) wanted.add('build' satisfies StageName);
	return [...known].filter(([name]) => wanted.has(name));
}
