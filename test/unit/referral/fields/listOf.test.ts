import assert from 'node:assert/strict';
import fc from 'fast-check';
import { detailsOf } from '../../../../src/details/details.ts';
import { ListedReferral } from '../../../../src/listing/arranging/listed.ts';
import { catalogue, namesIn } from '../../../../src/referral/fields/catalogue.ts';
import { listOf } from '../../../../src/referral/fields/listOf.ts';
import { detailsText } from '../../details/detailsText.ts';
import { exportedRows } from '../../export/exportedText.ts';
import { received } from '../../received.ts';

const reader = { locale: 'en-US', now: Date.parse('2026-11-25T12:00:00Z') };

const person = { firstName: 'Joe', lastName: 'Hansen ', phoneNumber: null, email: 'joe@contoso.com' };
const tag = { id: 'Azure' };
const solution = { id: 'SOL-1', name: 'Rollout', type: 'Name' };
const history = { status: 'New', dateTime: '2026-03-01T08:00:00Z' };

/** By where it stands, what is a list by the documentation. */
const documented = {
	team: person,
	'customerProfile.team': person,
	'customerProfile.ids': { profileType: 'Duns', id: '001234567' },
	'details.requirements.industries': tag,
	'details.requirements.products': tag,
	'details.requirements.services': tag,
	'details.requirements.offers': tag,
	'details.requirements.salesPlays': tag,
	'details.requirements.solutions': solution,
	'details.requirements.additionalRequirements.attributes': { type: 'SolutionArea', id: 'Security' },
	registrations: {
		id: 'g1',
		status: 'Active',
		solutionDetails: solution,
		contract: { value: 10, currency: 'EUR' },
		statusHistory: [history],
	},
	target: { type: 'Organization', id: 'o1' },
	tags: 'red',
};

function referralWith(path: string, value: unknown) {
	const inner = namesIn(path).reduceRight<unknown>((below, name) => ({ [name]: below }), value);
	return { id: 'r1', name: 'A deal', ...Object(inner) };
}

function pageText(json: object): string {
	return detailsText(detailsOf(received(json), reader));
}

describe('one object where a list is documented', () => {
	it('is there for each list that the catalogue knows', () => {
		const lists = Object.entries(catalogue).filter(([, { kind }]) => kind === 'list' || kind === 'people');
		const left = lists.map(([path]) => path).filter((path) => !Object.hasOwn(documented, path));
		assert.deepEqual(left, ['registrations.solutionDetails']);
	});

	for (const [path, element] of Object.entries(documented)) {
		it(`${path}: is exported as a list of one`, () => {
			const [one] = exportedRows([referralWith(path, element)]);
			assert.deepEqual(one, exportedRows([referralWith(path, [element])])[0]);
			assert.ok(Object.values(one ?? {}).filter((cell) => cell !== '').length > 2);
		});
		it(`${path}: stands on the page as a list of one`, () => {
			const text = pageText(referralWith(path, element));
			assert.equal(text, pageText(referralWith(path, [element])));
			assert.notEqual(text, pageText({ id: 'r1', name: 'A deal' }));
		});
	}

	for (const path of ['details.requirements.products', 'details.requirements.solutions'])
		it(`${path}: is found`, () => {
			const needs = (value: unknown) =>
				new ListedReferral(received(referralWith(path, value)), { whole: false }).needs;
			assert.equal(needs(solution), '\nsol-1\nrollout\n');
			assert.equal(needs([solution]), needs(solution));
		});

	it('is a field each where the ids of a customer come by their types', () => {
		const json = referralWith('customerProfile.ids', { Duns: '001234567', External: 'CRM-1' });
		assert.match(pageText(json), /Duns\n001234567\nExternal\nCRM-1/);
		const [row] = exportedRows([json]);
		assert.equal(row?.['Customer DUNS'], '001234567');
		assert.equal(row?.['Customer External ID'], 'CRM-1');
	});

	it('is no list of none, and nothing is', () => {
		for (const nothing of [undefined, null, '', {}, []]) assert.deepEqual(listOf(nothing), []);
		for (const one of [0, false, 'a', { a: 1 }]) assert.deepEqual(listOf(one), [one]);
	});

	it('is exported and shown without a throw, whatever stands there', () => {
		const anything = fc.jsonValue({ maxDepth: 3 });
		const check = (path: string, value: unknown) => {
			const json = referralWith(path, value);
			exportedRows([json]);
			pageText(json);
			void new ListedReferral(received(json), { whole: false }).needs;
		};
		fc.assert(fc.property(fc.constantFrom(...Object.keys(documented)), anything, check), {
			seed: 71,
			numRuns: 500,
		});
	});
});
