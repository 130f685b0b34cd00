import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isJsonObject } from '../../../src/partner/json.ts';
import { queryFields } from '../../../src/query/fields.ts';
import { readSavedQueries, savedForm } from '../../../src/query/savedQuery.ts';
import { englishManifest } from '../englishManifest.ts';
import { anyQuery } from './queries.ts';
import { savedQuerySchema } from './savedQuerySchema.ts';

const manifest: unknown = JSON.parse(englishManifest());

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

/** Whether a value is one of a schema, by the few words that ours has. */
function takes(of: unknown, value: unknown): boolean {
	const either = at(of, 'anyOf');
	if (Array.isArray(either)) return either.some((each) => takes(each, value));
	const values = at(of, 'enum');
	const pattern = at(of, 'pattern');
	switch (at(of, 'type')) {
		case 'array':
			return Array.isArray(value) && value.length > 0 && value.every((each) => takes(at(of, 'items'), each));
		case 'object':
			return (
				isJsonObject(value) &&
				Object.keys(value).join() === 'not' &&
				takes(at(of, 'properties', 'not'), value['not'])
			);
		default:
			return (
				typeof value === at(of, 'type') &&
				(!Array.isArray(values) || values.includes(value)) &&
				(typeof pattern !== 'string' || new RegExp(pattern).test(`${value}`))
			);
	}
}

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
				assert.ok(takes(at(schema, 'properties', name), value), `${name} ${JSON.stringify(value)}`);
			}
		};
		const forms = anyQuery.map((query) => savedForm({ name: 'It', query }));
		fc.assert(fc.property(forms, check), { seed: 9, numRuns: 2_000 });
	});

	it('takes every example', () => {
		for (const { name, example, kind, enterSeveral } of queryFields) {
			const one = kind === 'number' ? Number(example) : example;
			const others = [[one], { not: one }, { not: [one] }];
			assert.ok(takes(at(schema, 'properties', name), one), name);
			for (const other of others)
				assert.equal(takes(at(schema, 'properties', name), other), enterSeveral !== undefined, name);
		}
	});

	it('takes no wrong value of a condition that can have several', () => {
		for (const { name } of queryFields.filter(({ enterSeveral }) => enterSeveral))
			for (const wrong of [
				[],
				5,
				[5],
				{},
				{ not: [] },
				{ is: 'US' },
				{ not: 'US', is: 'US' },
				{ not: { not: 'US' } },
			])
				assert.ok(!takes(at(schema, 'properties', name), wrong), `${name} ${JSON.stringify(wrong)}`);
	});
});
