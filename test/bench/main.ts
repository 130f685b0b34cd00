// npm run bench [-- --json FILE] [--rounds N] [--no-build]
// Each figure is a ratio of what we take and what nobody could do without, measured in alternating rounds of one run.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { command } from '../run/command.ts';
import { exitOnSignals } from '../workbench/exitOnSignals.ts';
import { pieces } from '../workbench/pieces.mjs';
import { measureDetails } from './details.ts';
import { measureExport } from './export.ts';
import { type Figure, spreadOf } from './samples.ts';

const { values } = parseArgs({
	options: {
		json: { type: 'string' },
		rounds: { type: 'string', default: '25' },
		'no-build': { type: 'boolean', default: false },
	},
});

exitOnSignals();
if (!values['no-build'] && !(await command('npm', ['run', '--silent', 'package']))) process.exit(1);

const machine = {
	processor: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
	memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
	node: process.version,
	vsCode: pieces.vsCode.newest.version,
};
console.log(`${machine.processor}, ${machine.memory}, Node ${machine.node}, VS Code ${machine.vsCode}`);
const rounds = Number(values.rounds);
const results = [...(await measureDetails(rounds)), ...(await measureExport(rounds))].map(resultOf);
for (const { id, ours, limit, aim, unit, ratio, spread, samples } of results) {
	console.log(`\n${id}: ${ours}${limit && `\n  against: ${limit}`}`);
	for (const [name, each] of Object.entries(spread)) {
		const [median, lower, upper] = [each.median, each.lower, each.upper].map((value) => value.toFixed(1));
		if (samples[name === 'ours' ? 'ours' : 'limit'].length > 0)
			console.log(`  ${name}: median ${median} ${unit}, middle half ${lower} to ${upper} ${unit}`);
	}
	const verdict =
		samples.limit.length > 0 ? `ratio ${ratio.toFixed(2)}` : `${spread.ours.median.toFixed(1)} ${unit}`;
	console.log(`  ${verdict}, aim ≤ ${aim}, of ${samples.ours.length} rounds`);
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, results }, undefined, '\t')}\n`);

function resultOf(figure: Figure) {
	const spread = { ours: spreadOf(figure.samples.ours), limit: spreadOf(figure.samples.limit) };
	return { ...figure, spread, ratio: spread.ours.median / spread.limit.median };
}
