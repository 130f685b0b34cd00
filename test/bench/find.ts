import { conditionOn } from '../../src/listing/conditionOn.ts';
import { endpointAt } from '../../src/partner/endpoint.ts';
import { ReferralsClient } from '../../src/partner/referralsClient.ts';
import { everything, type Query } from '../../src/query/query.ts';
import { simulatedTenant } from '../partner-api/simulatedTenant.ts';
import { loadedListings } from './loadedListings.ts';
import type { Figure } from './samples.ts';

const frame = 1000 / 60;
const warmUp = 3;

const queries: Readonly<Record<string, Partial<Query>>> = {
	'words of a name': { text: 'contoso' },
	'a value and a currency': { valueAtLeast: 50_000, valueAtMost: 500_000, currency: 'USD' },
	'an expiry': { expiresWithin: '7d' },
	'a product': { product: 'Azure' },
};

/** Goes through 100,000 loaded rows by each kind of condition that the service does not know. */
export async function measureFind(rounds: number): Promise<readonly Figure[]> {
	const endpoint = endpointAt('https://api.partner.microsoft.com/v1.0/engagements');
	const client = new ReferralsClient(simulatedTenant(100_000), endpoint);
	const rows = (await loadedListings(client)).flatMap((listing) => listing.rows);
	return Object.entries(queries).map(([name, query]) => {
		const ours: number[] = [];
		for (let round = 0; round < warmUp + rounds; round++) {
			const start = performance.now();
			const condition = conditionOn({ ...everything, ...query }, Date.now());
			if (condition) rows.filter(condition);
			ours.push(performance.now() - start);
		}
		const sample = ours.slice(warmUp);
		return {
			id: 'find',
			ours: `finding ${name} in ${rows.length.toLocaleString('en')} loaded rows`,
			limit: 'one frame',
			...{ aim: 1, unit: 'ms', samples: { ours: sample, limit: sample.map(() => frame) } },
		};
	});
}
