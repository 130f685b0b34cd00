// Run by `export.ts`, in a process of its own: prints how much more memory than before was in use while 100,000
// referrals were written as CSV, in megabytes, at the most; then how long the longest step took, in milliseconds.
import { join } from 'node:path';
import process from 'node:process';
import { readReferral } from '../../src/partner/referral.ts';
import { csvExport } from '../../src/referrals/csvExport.ts';
import { exportSteps } from '../../src/referrals/exportSteps.ts';
import { sampleTenant } from '../../src/sample/sampleTenant.ts';
import { replaceFile } from '../../src/views/replaceFile.ts';
import { TemporaryFolder } from '../workbench/TemporaryFolder.ts';

const count = 100_000;

const { referrals } = sampleTenant(new Date('2026-03-15T10:30:00Z'));
const entries = Array.from({ length: count }, (_, index) => {
	// The service's answers share nothing either.
	const json = structuredClone(referrals[index % referrals.length]);
	return readReferral({ ...json, id: `${index}` });
});

const inUse = () => {
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
};

globalThis.gc?.();
const before = inUse();
let most = before;
let longest = 0;

function* watched(): Generator<string> {
	let start = performance.now();
	for (const { text } of exportSteps(entries, csvExport())) {
		longest = Math.max(longest, performance.now() - start);
		most = Math.max(most, inUse());
		yield text;
		start = performance.now();
	}
}

const folder = new TemporaryFolder('export');
await replaceFile(join(folder.path, 'referrals.csv'), watched(), new AbortController().signal);
folder.remove();
console.log(JSON.stringify({ extra: (most - before) / 2 ** 20, longest }));
