// Loaded by VS Code inside its extension host.
import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout as after } from 'node:timers/promises';
import { everything } from '../../src/query/query.ts';
import { Browsing } from '../../src/tree/browsing.ts';
import { ReferralsTree } from '../../src/tree/referralsTree.ts';
import { rowsBelow } from '../host/rowsBelow.ts';
import { bareGet, firstPages } from './bareList.ts';
import { openClient } from './client.ts';
import type { ServiceProcess } from './serviceProcess.ts';

/** The services to measure on, the first of them also by the limit. */
export interface PageWishes {
	readonly services: readonly Pick<ServiceProcess, 'endpoint' | 'token'>[];
	readonly rounds: number;
}

/** Milliseconds; of ours, by service. */
export interface PageSamples {
	readonly ours: readonly (readonly number[])[];
	readonly bare: readonly number[];
}

const warmUp = 40;

export async function run(): Promise<void> {
	const { services, rounds }: PageWishes = JSON.parse(process.env['BENCH_WISHES'] ?? '');
	const [first] = services;
	assert.ok(first);
	const bare = async () => {
		const [url = ''] = firstPages(first);
		await bareGet(url, first.token);
	};
	const works = [bare, ...services.map(expanding)];
	const samples = works.map((): number[] => []);
	for (let round = 0; round < warmUp + rounds; round++) {
		for (const index of works.keys()) {
			// Who comes first takes turns, since a collection of garbage is paid by whoever comes next.
			const turn = (index + round) % works.length;
			const start = performance.now();
			await works[turn]?.();
			samples[turn]?.push(performance.now() - start);
			// What is left to do afterwards, such as packing the page, is nobody else's.
			await after(5);
		}
	}
	const [limit = [], ...ours] = samples.map((sample) => sample.slice(warmUp));
	await writeFile(
		process.env['BENCH_RESULT'] ?? '',
		JSON.stringify({ ours, bare: limit } satisfies PageSamples),
	);
}

/** What VS Code does with the tree when a group that nobody has looked into is expanded. */
function expanding(service: PageWishes['services'][number]): () => Promise<void> {
	const browsing = new Browsing(async () => ({ source: 'partnerCenter', ...openClient(service) }));
	const tree = new ReferralsTree(browsing, () => false);
	return async () => {
		browsing.search(everything);
		const explorer = await browsing.opened();
		const [group] = explorer.pairs;
		assert.ok(group);
		const rows = await rowsBelow(tree, group);
		const items = rows.map((row) => tree.getTreeItem(row));
		assert.equal(items.length, 101);
	};
}
