import { availableParallelism } from 'node:os';
import process from 'node:process';
import { provideChromium } from '../workbench/provideChromium.ts';
import { provideVsCode } from '../workbench/provideVsCode.ts';
import { testedVersion } from '../workbench/testedVersion.ts';
import { command } from './command.ts';
import type { Counts } from './counts.ts';
import { type MochaWishes, mochaStage } from './mochaStage.ts';

export interface Stage {
	readonly about: string;
	/** It runs what `build` made. */
	readonly built?: boolean;
	/** It runs while the stage after it does, which is for another VS Code: tests in there wait more than they work. */
	readonly besideNext?: boolean;
	run(wishes: MochaWishes): Promise<Counts>;
}

const MOCHA = 'test/run/mochaProcess.ts';
const host = { folder: 'host', script: 'test/host/run.ts', remote: true, timeout: 30_000 } as const;
const ui = { folder: 'ui', script: MOCHA, timeout: 60_000, jobs: 2 } as const;
const inOldest = { env: { VSCODE_TEST_VERSION: 'oldest' } };
/** The main job: what works there works in every version between, as far as those that can be had were tried. */
const tours = ['sampleTour', 'signedIn', 'filter', 'details', 'hanging'];

/** The stages of `npm test`, in their order. */
export const stages = {
	check: {
		about: 'types, style, and nothing unused',
		run: () =>
			commands([
				['tsc', '-p', '.'],
				['tsc', '-p', 'src/tsconfig.pages.json'],
				['tsc', '-p', 'test'],
				['biome', 'ci', '--error-on-warnings', ...(process.stdout.isTTY ? [] : ['--colors=off'])],
				['knip'],
			]),
	},
	unit: {
		about: 'the parts that need no VS Code, in plain Node',
		run: (wishes) =>
			mochaStage({ folder: 'unit', script: MOCHA, timeout: 30_000, jobs: availableParallelism() }, wishes),
	},
	build: {
		about: 'the extension and its package',
		run: () =>
			commands([
				[process.execPath, 'esbuild.mjs'],
				['npm', 'run', '--silent', 'package'],
			]),
	},
	host: {
		about: "inside a real VS Code's extension host",
		built: true,
		besideNext: true,
		run: (wishes) => mochaStage(host, wishes),
	},
	'host-oldest': {
		about: 'the same in the oldest VS Code that is supported, but for the week of use',
		built: true,
		// The memory that a week of use takes is the same in both, and takes the longest to find out.
		run: (wishes) => mochaStage({ ...host, ...inOldest, only: ['**/!(soak)'] }, wishes),
	},
	ui: {
		about: 'the packaged extension in a real VS Code, used as people use it',
		built: true,
		run: async (wishes) => {
			await Promise.all([provideVsCode(testedVersion()), provideChromium()]); // no test's time runs out on a download
			return mochaStage(ui, wishes);
		},
	},
	'ui-oldest': {
		about: 'the main job in the oldest VS Code that is supported',
		built: true,
		run: async (wishes) => {
			await Promise.all([provideVsCode('oldest'), provideChromium()]);
			return mochaStage({ ...ui, ...inOldest, only: tours }, wishes);
		},
	},
} satisfies Record<string, Stage>;

export type StageName = keyof typeof stages;

/** All of them are run, so that one failure doesn't hide the next; each failure counts. */
async function commands(all: readonly (readonly [string, ...string[]])[]): Promise<Counts> {
	let failed = 0;
	for (const [name, ...args] of all) {
		if (await command(name, args)) continue;
		failed += 1;
		console.error(`Failed: ${[name, ...args].join(' ')}`);
	}
	return { passed: 0, failed, skipped: 0 };
}
