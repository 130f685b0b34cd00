import assert from 'node:assert/strict';
import fc from 'fast-check';
import { queryFields } from '../../../src/query/fields.ts';
import { flatQuery } from '../../../src/query/flat.ts';
import { queryLink, readQueryLink } from '../../../src/query/link.ts';
import { filterText } from '../../../src/query/odata/odata.ts';
import { readOdata } from '../../../src/query/odata/read.ts';
import { everything, type Query } from '../../../src/query/query.ts';
import { readRemembered, rememberedForm } from '../../../src/query/remembered.ts';
import { readSavedQueries, savedForm } from '../../../src/query/savedQuery.ts';
import { queryText } from '../../../src/query/text.ts';
import { oneLine } from '../../../src/text/oneLine.ts';
import { now } from '../sample/sampleAsk.ts';
import { anyQuery, resolved } from './queries.ts';

const loaded: readonly string[] = queryFields
	.filter(({ asked }) => asked === 'loaded')
	.map(({ name }) => name);

function backFromSettings(query: Query): Query | undefined {
	const json: unknown = JSON.parse(JSON.stringify([savedForm({ name: 'It', query })]));
	const { saved, problems } = readSavedQueries(json);
	assert.deepEqual(problems, []);
	return saved[0]?.query;
}

/** What the editor does with a link before it hands it on. */
function backFromLink(query: Query): Query {
	const link = queryLink(query);
	assert.match(link, /^[\w.~!*'()%+=&@:/-]*$/);
	const read = readQueryLink(decodeURIComponent(link));
	return 'query' in read ? read.query : assert.fail(read.refusal);
}

/** What a workspace remembers between two windows. */
function backFromMemory(query: Query): Query {
	return readRemembered(JSON.parse(JSON.stringify(rememberedForm(query))));
}

function namingNobody({ text, product, solutionArea, teamEmail, advanced, ...rest }: Query): Query {
	return rest;
}

function backFromOdata(query: Query): object {
	const read = readOdata(filterText(query, now.getTime()));
	return 'query' in read ? read.query : assert.fail(read.refusal);
}

function askedOfService(query: Query): object {
	const { sort: _, ...conditions } = resolved(query);
	return Object.fromEntries(Object.entries(conditions).filter(([name]) => !loaded.includes(name)));
}

describe('any query comes back', () => {
	it('from the settings, from a link, and, as far as they are told, from OData and from memory', () => {
		const check = (query: Query) => {
			assert.deepEqual(backFromSettings(query), query);
			assert.deepEqual(backFromLink(query), query);
			assert.deepEqual(backFromOdata(query), askedOfService(query));
			assert.deepEqual(backFromMemory(query), namingNobody(query));
		};
		fc.assert(fc.property(anyQuery, check), { seed: 41, numRuns: 10_000 });
	});

	it('from each of its fields as text', () => {
		const check = (query: Query) => {
			for (const { name, text } of flatQuery(query)) {
				const field = queryFields.find((each) => each.name === name);
				const read = field?.read(text);
				assert.ok(!read || ('value' in read && `${read.value}` === text), text);
			}
		};
		fc.assert(fc.property(anyQuery, check), { seed: 42, numRuns: 5_000 });
	});
});

describe('the engagement of any referral', () => {
	/** Whatever a service may have for an id. */
	const ids = fc
		.oneof(
			fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
			fc.string({ unit: 'grapheme-composite', minLength: 1 }),
			fc.string({ unit: fc.constantFrom(...'%&=+#?/\'"; \t\n\\().40AF'), minLength: 1, maxLength: 30 }),
			fc.uuid(),
		)
		.filter((id) => id.length <= 200 && oneLine(id) !== '');

	it('can be linked to, saved and asked for, whatever its id is', () => {
		const check = (engagementId: string) => {
			const query: Query = { ...everything, engagementId };
			assert.deepEqual(backFromLink(query), query);
			assert.deepEqual(backFromSettings(query), query);
			const read = readOdata(filterText(query, now.getTime()));
			assert.ok('refusal' in read || read.query.engagementId === engagementId || /\s/.test(engagementId));
		};
		fc.assert(fc.property(ids, check), { seed: 44, numRuns: 20_000 });
	});
});

describe('any query in words', () => {
	it('is one line that names each condition', () => {
		const check = (query: Query) => {
			const text = queryText(query, 'en-US');
			assert.doesNotMatch(text, /undefined|null|NaN|false|\n/);
			assert.equal(text === '', flatQuery(query).length === 1 && query.sort === 'newest');
		};
		fc.assert(fc.property(anyQuery, check), { seed: 43, numRuns: 5_000 });
	});
});
