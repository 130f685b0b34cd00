import { strict as assert } from 'node:assert';
import { Explorer } from '../../src/listing/explorer.ts';
import { everything } from '../../src/query/query.ts';
import { simulatedTenant } from '../partner-api/simulatedTenant.ts';
import { startPartnerApi } from '../partner-api/startPartnerApi.ts';
import { openClient } from './client.ts';
import type { Figure } from './samples.ts';

const pages = 7;

/** Counts what the service is asked. */
export async function measureRequests(): Promise<readonly Figure[]> {
	await using api = await startPartnerApi({ send: simulatedTenant(10_000) });
	const { client, close } = openClient(api);
	const counted = async (work: () => unknown) => {
		api.forgetRequests();
		await work();
		return api.requests.length;
	};
	const explorer = new Explorer(client, everything, () => {});
	const listing = () => {
		const [group] = explorer.pairs;
		assert.ok(group);
		return explorer.listing(group);
	};
	const opened = await counted(() => explorer.groups.map((group) => explorer.count(group)));
	const expanded = await counted(() => listing().loadMore());
	const loaded = await counted(async () => {
		for (let page = 0; page < pages; page++) await listing().loadMore();
	});
	const depth = 1 + pages;
	const refreshed = await counted(() => explorer.refresh());
	await close();
	const figure = (ours: string, measured: number, expected: number): Figure => ({
		id: 'requests',
		ours,
		limit: 'as many as pages are asked for',
		...{ aim: expected, unit: 'requests', samples: { ours: [measured], limit: [] } },
	});
	return [
		figure('opening the view', opened, 0),
		figure('expanding a group', expanded, 1),
		figure(`loading ${pages} more pages`, loaded, pages),
		figure(`refreshing ${depth} pages`, refreshed, depth),
	];
}
