import type { PageSamples, PageWishes } from './pageInHost.ts';
import { runInHost } from './runInHost.ts';
import type { Figure } from './samples.ts';
import { startService } from './serviceProcess.ts';

/** A round takes milliseconds, so that there can be many. */
const times = 12;

/** From a click on a group to its 100 rows, in the extension host, of a small tenant and of a very large one. */
export async function measurePage(rounds: number): Promise<readonly Figure[]> {
	const [small, large] = [await startService(1000), await startService(1_000_000)];
	try {
		const services = [small, large].map(({ endpoint, token }) => ({ endpoint, token }));
		const wishes: PageWishes = { services, rounds: rounds * times };
		const taken: PageSamples = JSON.parse(await runInHost('pageInHost', wishes));
		const [ours = [], large100 = []] = taken.ours;
		return [
			{
				id: 'page',
				ours: 'a group is expanded → its 100 rows are handed to VS Code, from a service on this machine',
				limit: 'one GET of the same page by undici, and `JSON.parse`',
				...{ aim: 1.25, unit: 'ms', samples: { ours, limit: taken.bare } },
			},
			{
				id: 'flat',
				ours: 'the same in a tenant of 1,000,000 referrals',
				limit: 'in a tenant of 1,000',
				...{ aim: 1.05, unit: 'ms', samples: { ours: large100, limit: ours } },
			},
		];
	} finally {
		small.stop();
		large.stop();
	}
}
