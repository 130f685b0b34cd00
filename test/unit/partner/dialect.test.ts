import assert from 'node:assert/strict';
import {
	type Dialect,
	type Fluency,
	learnDialect,
	operators,
	type Seen,
} from '../../../src/partner/dialect.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import type { ListOptions } from '../../../src/partner/listUrl.ts';
import { ReferralsClient } from '../../../src/partner/referralsClient.ts';
import { sampleTenant } from '../../../src/sample/invent/tenant.ts';
import { sampleSend } from '../../../src/sample/service/send.ts';
import { failing } from './failing.ts';
import { endpoint } from './fakeSend.ts';

const rows: readonly Seen[] = Array.from({ length: 250 }, (_, index) => ({
	id: `r${index}`,
	// Some engagements have two.
	engagementId: `e${Math.floor(index / 2)}`,
	updatedDateTime: `2026-03-0${1 + (index % 9)}T08:00:00.1234567Z`,
}));

type Otherwise = 'ignores' | 'refuses' | 'takesTheFirst' | 'fails';

/** A service that understands some operators, and does with the others as it likes. */
class Service {
	readonly asked: ListOptions[] = [];
	readonly #speaks: ReadonlySet<string>;
	readonly #else: Otherwise;
	readonly #rows: readonly Seen[];

	constructor(speaks: readonly string[], otherwise: Otherwise = 'refuses', all = rows) {
		this.#speaks = new Set(speaks);
		this.#else = otherwise;
		this.#rows = all;
	}

	readonly ask = async (
		options: ListOptions,
	): Promise<{ referrals: Seen[]; count: number; leadsOn: boolean }> => {
		this.asked.push(options);
		const page = this.#speaks.has('$top') ? (options.top ?? 100) : 100;
		if (options.top && !this.#speaks.has('$top')) this.#refuse();
		if (options.count && !this.#speaks.has('$count')) this.#refuse();
		const found = this.#rows.filter((row) => this.#fits(row, options.filter));
		const counts = options.count && this.#speaks.has('$count');
		return {
			referrals: found.slice(0, page),
			count: counts ? found.length : Math.min(found.length, page),
			leadsOn: found.length > page,
		};
	};

	#refuse(): void {
		if (this.#else === 'refuses') throw new PartnerError('badRequest');
		if (this.#else === 'fails') throw new PartnerError('serviceFailed');
	}

	#fits(row: Seen, filter: string | undefined): boolean {
		if (!filter) return true;
		const operator = filter.includes(' or ') ? 'or' : (/ (ge|in|ne) /.exec(filter)?.[1] ?? 'eq');
		if (operator !== 'eq' && !this.#speaks.has(operator)) {
			this.#refuse();
			if (this.#else === 'ignores') return true;
			const [first = ''] = filter.split(/ and | or /);
			return !first.includes(' eq ') || this.#term(row, first);
		}
		if (operator === 'or') return filter.split(' or ').some((term) => this.#term(row, term));
		return filter.split(' and ').every((term) => this.#term(row, term));
	}

	#term(row: Seen, term: string): boolean {
		const [name = '', operator = '', ...rest] = term.split(' ');
		const value = name === 'updatedDateTime' ? row.updatedDateTime : row.engagementId;
		const asked = rest.join(' ');
		if (operator === 'in') return asked.includes(`'${value}'`);
		if (operator === 'ge') return (value ?? '') >= asked;
		return (`'${value}'` === asked) === (operator === 'eq');
	}
}

const told = (dialect: Dialect) => operators.map((each) => `${each} ${dialect.get(each)}`);
const all = (fluency: Fluency) => operators.map((each) => `${each} ${fluency}`);

describe('the dialect of a service', () => {
	const learns = (name: string, service: Service, expected: readonly string[]) =>
		it(name, async () => {
			const tried: string[] = [];
			const dialect = await learnDialect(service.ask, (operator) => tried.push(operator));
			assert.deepEqual(told(dialect), expected);
			assert.deepEqual(tried, [...operators]);
			assert.ok(service.asked.length <= 13, `${service.asked.length} requests`);
		});

	learns('is all of it where all is obeyed', new Service(operators), all('spoken'));
	learns('is none of it where all is refused', new Service([]), all('notSpoken'));
	learns(
		'is none of it where what is not understood is ignored',
		new Service([], 'ignores'),
		all('notSpoken'),
	);
	learns(
		'is none of it where only the first condition counts',
		new Service([], 'takesTheFirst'),
		all('notSpoken'),
	);
	learns('is not known where the service fails', new Service([], 'fails'), all('unknown'));
	learns('is not known where there is nothing', new Service(operators, 'refuses', []), all('unknown'));
	for (const one of operators)
		for (const otherwise of ['refuses', 'ignores', 'takesTheFirst'] as const)
			learns(
				`is ${one} alone where the rest is one that it ${otherwise}`,
				new Service([one], otherwise),
				operators.map((each) => `${each} ${each === one ? 'spoken' : 'notSpoken'}`),
			);

	it('of the sample is what the documentation shows, and dates', async () => {
		const send = sampleSend(sampleTenant(new Date()));
		const client = new ReferralsClient(send, endpoint);
		const { signal } = new AbortController();
		const dialect = await learnDialect(
			(options) => client.probe(options, signal),
			() => {},
		);
		assert.equal(dialect.get('ge'), 'spoken');
		assert.equal(dialect.get('or'), 'notSpoken');
	});

	it('is not learnt where nothing can be asked', async () => {
		const ask = async () => {
			throw new PartnerError('forbidden');
		};
		await failing('forbidden', () => learnDialect(ask, () => {}));
	});

	it('puts nothing strange into a filter', async () => {
		const strange: Seen[] = [
			{ id: 'a', engagementId: "x' or status eq 'New", updatedDateTime: '2026-03-01T08:00:00Z' },
			{ id: 'b', engagementId: 'e', updatedDateTime: '2026 or 1 eq 1' },
		];
		const service = new Service(operators, 'refuses', strange);
		await learnDialect(service.ask, () => {});
		for (const { filter = '' } of service.asked) assert.doesNotMatch(filter, /status|2026/);
	});
});
