import assert from 'node:assert/strict';
import { type FaultName, faults } from '../../partner-api/faults.ts';
import { expectations } from './faultExpectations.ts';
import type { Expectation } from './faultOutcomes.ts';
import { FaultScenarios } from './faultScenarios.ts';
import { FaultyService } from './faultyService.ts';

const table: Readonly<Record<string, Expectation>> = expectations;
const names = Object.keys(faults).filter(isFault);
/** Those that can be combined with any other. */
const plain = names.filter((name) => !table[name]?.hangs && !table[name]?.heavy);

describe('the fault matrix', () => {
	const service = new FaultyService();
	const scenarios = new FaultScenarios(service);
	const tally = { tried: 0, survived: 0 };
	const unhandled: unknown[] = [];
	const note = (reason: unknown) => unhandled.push(reason);

	before(async () => {
		process.on('unhandledRejection', note);
		await service.start();
		await scenarios.learn();
	});
	after(async () => {
		await service.stop();
		process.off('unhandledRejection', note);
	});

	for (const name of names)
		it(name, async () => {
			tally.tried += 1;
			await survives(scenarios, name);
			tally.survived += 1;
		});

	it('loses no row and leaks no token', () => {
		service.settle();
		const { tried, survived } = tally;
		const { lost } = scenarios;
		const leaks = service.leaks();
		console.log(
			`faults tried ${tried}, survived ${survived}, rows lost ${lost}, tokens leaked ${leaks.length}`,
		);
		assert.deepEqual({ survived, lost, leaks }, { survived: names.length, lost: 0, leaks: [] });
	});
	it('asks for nothing but referrals, and each time under an id of its own', () => {
		assert.deepEqual(service.trespasses(), []);
		assert.deepEqual(service.repeatedIds(), []);
	});
	it('tells the log nothing of queries and customers', () => {
		assert.deepEqual(service.indiscretions(), []);
	});
	it('waits as long as it is asked to, but no longer than a minute', () => {
		assert.ok(service.waits.includes(57_000));
		assert.ok(service.waits.every((wait) => wait >= 0 && wait <= 60_000));
	});
	it('leaves no rejection unhandled', () => {
		assert.deepEqual(unhandled, []);
	});
});

async function survives(scenarios: FaultScenarios, name: FaultName): Promise<void> {
	const expectation = expectationOf(name);
	if (expectation.hangs) {
		for (const page of [0, 1]) await scenarios.inSilence(name, page);
		return;
	}
	await scenarios.onPage(name, expectation, 1, 'once');
	if (expectation.heavy) return;
	await scenarios.onPage(name, expectation, 0, 'once');
	for (const page of [0, 1]) await scenarios.onPage(name, expectation, page, 'always');
	await scenarios.onRefresh(name, expectation);
	for (const times of ['once', 'always'] as const) await scenarios.onOne(name, expectation, times);
	const partner = partnerOf(name);
	await scenarios.inSequence(name, partner, [...kindsOf(name), ...kindsOf(partner)]);
}

function isFault(name: string): name is FaultName {
	return Object.hasOwn(faults, name);
}

function expectationOf(name: FaultName): Expectation {
	const expectation = table[name];
	if (!expectation) throw new Error(`Nobody says what becomes of ${name}.`);
	return expectation;
}

/** Another kind of fault, far away in the table. */
function partnerOf(name: FaultName): FaultName {
	return plain[(plain.indexOf(name) + 67) % plain.length] ?? name;
}

/** Everything that a fault may be told as on a further page. */
function kindsOf(name: FaultName): string[] {
	const { further, leadsTo, onPage2 } = expectationOf(name);
	return [...further, leadsTo, ...(onPage2 ? [onPage2.leadsTo] : [])];
}
