import { strict as assert } from 'node:assert';
import { ListedReferral } from '../../src/listing/arranging/listed.ts';
import { endpointAt } from '../../src/partner/endpoint.ts';
import { pageOf, readPage } from '../../src/partner/page.ts';
import { simulatedTenant } from '../partner-api/simulatedTenant.ts';
import type { Figure } from './samples.ts';

const endpoint = endpointAt('https://api.partner.microsoft.com/v1.0/engagements');
/** Pages that are read in one sample. */
const pages = 50;
const warmUp = 5;

/** Reads the bytes of a page into rows, and into mere JSON values. */
export async function measureDecode(rounds: number): Promise<readonly Figure[]> {
	const ask = { url: endpoint.collection, headers: {}, signal: new AbortController().signal };
	const reply = await simulatedTenant(1000)(ask);
	const ours = async () => {
		const page = pageOf(await readPage(reply.body), reply.body, endpoint.collection, endpoint);
		const rows = page.entries.map(
			(entry) => entry.kind === 'received' && new ListedReferral(entry, { whole: false }),
		);
		assert.equal(rows.length, 100);
	};
	const limit = async () => JSON.parse(new TextDecoder().decode(reply.body));
	const samples: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
	for (let round = 0; round < warmUp + rounds; round++) {
		samples.limit.push(await timeOf(limit));
		samples.ours.push(await timeOf(ours));
	}
	return [
		{
			id: 'decode',
			ours: `the bytes of a page (${Math.round(reply.body.length / 1000)} KB) → 100 rows`,
			limit: '`JSON.parse` of the same bytes',
			...{ aim: 2, unit: 'ms' },
			samples: { ours: samples.ours.slice(warmUp), limit: samples.limit.slice(warmUp) },
		},
	];
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	for (let page = 0; page < pages; page++) await work();
	return (performance.now() - start) / pages;
}
