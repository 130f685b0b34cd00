// Run by `export.ts`, in a process of its own: prints how much more memory than before was in use while 100,000
// referrals were written as CSV, in megabytes: at the most, with garbage that waits, and without.
import { join } from 'node:path';
import process from 'node:process';
import { csvExport } from '../../src/export/csv.ts';
import { replaceFile } from '../../src/export/editor/replaceFile.ts';
import { exportEntries } from '../../src/export/entries.ts';
import { reasonsNow } from '../../src/export/reasons.ts';
import { exportSource } from '../../src/export/source.ts';
import { exportSteps } from '../../src/export/steps.ts';
import { endpointAt } from '../../src/partner/endpoint.ts';
import { ReferralsClient } from '../../src/partner/referralsClient.ts';
import { simulatedTenant } from '../partner-api/simulatedTenant.ts';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';
import { loaded } from './loaded.ts';
import { memoryAtRest, memoryInUse } from './memoryAtRest.ts';

const count = 100_000;

const endpoint = endpointAt('https://api.partner.microsoft.com/v1.0/engagements');
const client = new ReferralsClient(simulatedTenant(count), endpoint);
const exploration = await loaded(client);
const entries = exportEntries(exportSource(exploration, 'query', Date.now));
const before = await memoryAtRest();
const heapBefore = heap();
let [most, held] = [0, 0];

function* watched(): Generator<string> {
	let next = count / 10;
	for (const { text, done } of exportSteps(
		entries,
		csvExport(reasonsNow(exploration.picking, entries, { locale: 'en', now: Date.now() })),
	)) {
		most = Math.max(most, memoryInUse() - before);
		if (done >= next) {
			globalThis.gc?.();
			// Of what is outside of the heap, V8 frees what is garbage only some time later.
			held = Math.max(held, heap() - heapBefore);
			next += count / 10;
		}
		yield text;
	}
}

const folder = new TemporaryFolder('export');
await replaceFile(join(folder.path, 'referrals.csv'), watched(), new AbortController().signal);
folder.remove();
console.log(JSON.stringify({ most, held }));

function heap(): number {
	return process.memoryUsage().heapUsed / 2 ** 20;
}
