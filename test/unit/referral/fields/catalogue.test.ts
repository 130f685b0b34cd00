import assert from 'node:assert/strict';
import { exportColumns, numberedColumns } from '../../../../src/export/columns.ts';
import { type Catalogue, catalogue, namesIn } from '../../../../src/referral/fields/catalogue.ts';
import { customer } from '../../../../src/referral/fields/customer.ts';
import { deal } from '../../../../src/referral/fields/deal.ts';
import {
	type KnownField,
	type Sensitivity,
	sectionNames,
	sensitivities,
} from '../../../../src/referral/fields/field.ts';
import { identity } from '../../../../src/referral/fields/identity.ts';
import { knownField, pageOf, sensitivityOf } from '../../../../src/referral/fields/known.ts';
import { needs } from '../../../../src/referral/fields/needs.ts';
import { partners } from '../../../../src/referral/fields/partners.ts';
import { record } from '../../../../src/referral/fields/record.ts';
import { everyField } from '../../../partner-api/everyField.ts';

const entries: readonly (readonly [path: string, field: KnownField])[] = Object.entries(catalogue);
const paths = entries.map(([path]) => path);
const isBelow = (path: string, above: string) => path.startsWith(`${above}.`);

describe('the catalogue of fields', () => {
	it('has each field that the product reads, or does not compile', () => {
		const { status, ...lacking } = catalogue;
		// @ts-expect-error: the schema of the wire reads the status.
		const without: Catalogue = lacking;
		assert.ok(status && !('status' in without));
	});

	it('has each path once', () => {
		const parts = [identity, customer, deal, needs, partners, record].flatMap((part) => Object.keys(part));
		assert.equal(new Set(parts).size, parts.length);
		assert.deepEqual(paths, parts);
	});

	describe('covers what the service is known to send:', () => {
		for (const path of new Set(leavesOf(everyField)))
			if (!path.startsWith('futureField'))
				it(path, () => {
					const covering = paths.find((each) => each === path || isBelow(path, each));
					assert.ok(covering !== undefined && (paths.includes(path) || isCover(path)), covering);
				});
		it('but not what nobody knows', () => assert.equal(knownField(['futureField']), undefined));
	});

	it('has an entry for whatever an entry is part of', () => {
		for (const path of paths.filter((each) => !each.startsWith('@')))
			for (const above of namesIn(path).map((_, index, names) => names.slice(0, index + 1)))
				assert.ok(knownField(above), above.join('.'));
	});

	it('has sections with at least a field each, which stand in an order', () => {
		const places = entries.flatMap(([, { page }]) => (page ? [page] : []));
		for (const name of sectionNames) {
			const ranks = places.filter(([section]) => section === name).map(([, rank]) => rank);
			assert.deepEqual(
				ranks.sort((one, other) => one - other),
				ranks.map((_, index) => index + 1),
				name,
			);
			assert.ok(ranks.length > 0, name);
		}
	});

	it('has no header twice', () => {
		const headers = [
			...exportColumns.map(([header]) => header),
			...numberedColumns.flatMap(({ header, columns }) =>
				columns.map(([each]) => `${header} 1 ${each}`.trim()),
			),
		];
		assert.equal(new Set(headers).size, headers.length);
	});

	it('numbers the elements of lists alone, and has columns for each of them', () => {
		for (const [path, { kind, numbered, column }] of entries) {
			const below = entries.filter(([each]) => isBelow(each, path));
			if (numbered === undefined) continue;
			assert.ok(kind === 'list' || kind === 'people', path);
			assert.ok(column === undefined && below.some(([, field]) => field.column !== undefined), path);
		}
	});

	it('calls every field something', () => {
		for (const [path, { label }] of entries) assert.notEqual(label().trim(), '', path);
	});

	it('holds a list or an object to be as sensitive as the most sensitive thing in it', () => {
		const rank = ({ sensitivity }: KnownField) => sensitivities.indexOf(sensitivity);
		for (const [path, field] of entries)
			for (const [each, below] of entries)
				if (isBelow(each, path)) assert.ok(rank(field) >= rank(below), `${path}, ${each}`);
	});

	it('holds everything about a person to be personal, and people to be nothing else', () => {
		const people = entries.filter(([, { kind }]) => kind === 'people').map(([path]) => path);
		assert.deepEqual(people, ['customerProfile.team', 'team']);
		for (const [path, { sensitivity }] of entries)
			if (people.some((list) => path === list || isBelow(path, list))) assert.equal(sensitivity, 'personal');
	});
});

describe('a field tells', () => {
	const tells = (path: string, sensitivity: Sensitivity) =>
		it(`${sensitivity}: ${path}`, () => assert.equal(sensitivityOf(path.split('.')), sensitivity));

	tells('status', 'open');
	tells('id', 'open');
	tells('updatedDateTime', 'open');
	tells('consent.consentToContact', 'open');
	tells('links.self.uri', 'open');
	tells('details.dealValue', 'business');
	tells('details.closingDateTime', 'business');
	tells('salesStage', 'business');
	tells('details.requirements.products.id', 'business');
	tells('registrations.contract.value', 'business');
	tells('name', 'customer');
	tells('externalReferenceId', 'customer');
	tells('customerProfile.name', 'customer');
	tells('customerProfile.address.city', 'customer');
	tells('customerProfile.ids.Duns', 'customer');
	tells('details.notes', 'customer');
	tells('tags', 'customer');
	tells('customerProfile.team', 'personal');
	tells('customerProfile.team.email', 'personal');
	tells('team.title', 'personal');
	tells('team.contactPreference.locale', 'personal');

	describe('what nobody knows of it:', () => {
		tells('futureField', 'customer');
		tells('futureField.nested.deep', 'customer');
		tells('details.future', 'customer');
		tells('consent.future', 'customer');
		tells('customerProfile.future', 'customer');
		tells('customerProfile.ids.Future', 'customer');
		tells('registrations.future', 'customer');
		tells('trackingInfo.future', 'customer');
		tells('toString', 'customer');
		tells('__proto__.status', 'customer');
		tells('', 'customer');
		tells('team.future', 'personal');
		tells('customerProfile.team.contactPreference.future.deep', 'personal');
		tells('future.owner.email', 'personal');
		tells('consent.firstName', 'personal');
		it('customer: links.future in one name', () => assert.equal(sensitivityOf(['links.future']), 'customer'));
		it('customer: consent.consentToContact in one name', () =>
			assert.equal(sensitivityOf(['consent.consentToContact']), 'customer'));
		it('open: what the protocol adds', () => assert.equal(sensitivityOf(['@odata.context']), 'open'));
		it('customer: of nothing', () => assert.equal(sensitivityOf([]), 'customer'));
	});
});

describe('a field stands', () => {
	const stands = (path: string, place: string | undefined) =>
		it(`${path}: ${place}`, () => assert.equal(pageOf(path.split('.'))?.join(' '), place));

	stands('status', 'deal 2');
	stands('details.incentiveLevel', 'deal 15');
	stands('details.future', 'deal 15');
	stands('details.notes', 'notes 1');
	stands('details.requirements.solutions.price', 'needs 4');
	stands('customerProfile.address.city', 'customer 2');
	stands('inviteContext.invitedBy.organizationId', 'invitation 3');
	stands('favorite', undefined);
	stands('futureField', undefined);
});

/** Whether a field is below an entry that stands for all that is in it. */
function isCover(path: string): boolean {
	return paths.some((above) => isBelow(path, above) && !paths.some((each) => isBelow(each, above)));
}

/** Paths as the catalogue has them: elements of lists add nothing. */
function leavesOf(json: unknown, path = ''): readonly string[] {
	if (Array.isArray(json)) return json.flatMap((element) => leavesOf(element, path));
	if (typeof json !== 'object' || json === null) return [path];
	return Object.entries(json).flatMap(([name, value]) => leavesOf(value, path ? `${path}.${name}` : name));
}
