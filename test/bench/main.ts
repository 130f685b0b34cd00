// npm run bench [-- --json FILE] [--rounds N] [--only id,id] [--no-build]
// Each figure is a ratio of what we take and what nobody could do without, measured in alternating rounds of one run.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { command } from '../run/command.ts';
import { exitOnSignals } from '../workbench/exitOnSignals.ts';
import { pieces } from '../workbench/pieces.mjs';
import { measureActivation } from './activate.ts';
import { measureAll } from './all.ts';
import { measureBundle } from './bundle.ts';
import { measureDecode } from './decode.ts';
import { measureDetails } from './details.ts';
import { measureExport } from './export.ts';
import { measureFind } from './find.ts';
import { measureHeap } from './heap.ts';
import { measurePage } from './page.ts';
import { method, type Report, reportText } from './report.ts';
import { measureRequests } from './requests.ts';
import { type Figure, resultOf } from './samples.ts';
import { measureArranging } from './table/arranging.ts';
import { measureTableInWindow } from './table/inWindow.ts';
import { measureOverview } from './table/overview.ts';

/** Suites by name, each of which measures the figures that are named after it; they are run one after the other. */
const suites: Readonly<Record<string, (rounds: number) => Promise<readonly Figure[]>>> = {
	bundle: measureBundle,
	activate: measureActivation,
	page: measurePage,
	decode: measureDecode,
	requests: measureRequests,
	all: measureAll,
	heap: measureHeap,
	find: measureFind,
	export: measureExport,
	details: measureDetails,
	arranging: measureArranging,
	overview: measureOverview,
	table: measureTableInWindow,
};

const { values } = parseArgs({
	options: {
		json: { type: 'string' },
		rounds: { type: 'string', default: '25' },
		only: { type: 'string', default: Object.keys(suites).join() },
		'no-build': { type: 'boolean', default: false },
	},
});

const wanted = values.only.split(',');
const unknown = wanted.filter((name) => !suites[name]);
if (unknown.length) {
	console.error(`No such figures: ${unknown.join(', ')}. There are ${Object.keys(suites).join(', ')}.`);
	process.exit(1);
}

exitOnSignals();
if (!values['no-build'] && !(await command('npm', ['run', '--silent', 'package']))) process.exit(1);

const figures: Figure[] = [];
for (const name of wanted) {
	console.error(`Measuring ${name} …`);
	try {
		figures.push(...((await suites[name]?.(Number(values.rounds))) ?? []));
	} catch (error) {
		// The others took minutes, and say as much without it.
		console.error(`Not measured: ${name}.`, error);
		process.exitCode = 1;
	}
}
const report: Report = {
	circumstances: {
		processor: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
		memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
		node: process.version.slice(1),
		vsCode: pieces.vsCode.newest.version,
		date: new Date().toISOString().slice(0, 10),
	},
	method,
	results: figures.map(resultOf),
};
console.log(reportText(report));
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, undefined, '\t')}\n`);
