import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isJsonObject } from '../../../src/partner/json.ts';
import { queryFields } from '../../../src/query/fields.ts';
import { readSavedQueries, savedForm } from '../../../src/query/savedQuery.ts';
import { anyQuery } from './queries.ts';
import { savedQuerySchema } from './savedQuerySchema.ts';

const manifest: unknown = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));

/** What stands in JSON under some names, one within the other. */
function at(json: unknown, ...names: readonly string[]): unknown {
	return names.reduce((value, name) => (isJsonObject(value) ? value[name] : undefined), json);
}

const schema = at(
	manifest,
	'contributes',
	'configuration',
	'properties',
	'partnerReferrals.queries',
	'items',
);

describe('the schema of saved queries', () => {
	it('in the manifest is the one of the fields', () => {
		assert.deepEqual(schema, JSON.parse(JSON.stringify(savedQuerySchema())));
	});

	it('suggests what can be read', () => {
		const bodies: readonly unknown[] = [at(schema, 'defaultSnippets')].flat().map((each) => at(each, 'body'));
		assert.ok(bodies.length > 0);
		assert.deepEqual(readSavedQueries(bodies).problems, []);
	});

	it('takes whatever is saved', () => {
		const check = (form: object) => {
			for (const [name, value] of Object.entries(form)) {
				assert.equal(at(schema, 'properties', name, 'type'), typeof value, name);
				const pattern = at(schema, 'properties', name, 'pattern');
				if (typeof pattern === 'string') assert.match(`${value}`, new RegExp(pattern), name);
				const values = at(schema, 'properties', name, 'enum');
				if (Array.isArray(values)) assert.ok(values.includes(value), `${name} ${value}`);
			}
		};
		const forms = anyQuery.map((query) => savedForm({ name: 'It', query }));
		fc.assert(fc.property(forms, check), { seed: 9, numRuns: 2_000 });
	});

	it('takes every example', () => {
		for (const { name, example } of queryFields) {
			const pattern = at(schema, 'properties', name, 'pattern');
			if (typeof pattern === 'string') assert.match(example, new RegExp(pattern));
		}
	});
});
