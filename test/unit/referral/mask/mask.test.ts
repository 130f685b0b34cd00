import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isJsonObject, type JsonObject } from '../../../../src/partner/json.ts';
import { catalogue, namesIn } from '../../../../src/referral/fields/catalogue.ts';
import { Mask } from '../../../../src/referral/mask/mask.ts';
import { type MakeMask, WornMask } from '../../../../src/referral/mask/worn.ts';
import { everyField } from '../../../partner-api/everyField.ts';
import { received } from '../../received.ts';
import { tenant } from '../../sample/sampleAsk.ts';
import { isAllowed, leavesIn, mask } from './masking.ts';

const sample: readonly JsonObject[] = JSON.parse(JSON.stringify(tenant.referrals.slice(0, 300)));

describe('a masked referral', () => {
	describe('tells nothing that is not allowed', () => {
		it('of one with every field', () => assertHidden(everyField));
		it('of those of the sample', () => {
			for (const json of sample) assertHidden(json);
		});
		it('of one whose fields are all of other types', () => {
			for (const odd of ['Fabrikam', 4711, ['Fabrikam'], { Fabrikam: 'Fabrikam' }, [[{ a: 'Fabrikam' }]]])
				for (const path of Object.keys(catalogue)) {
					const json = { ...jsonAt(namesIn(path), odd), id: 'r' };
					if (!isAllowed(namesIn(path))) assertHidden(json);
				}
		});
		it('of whatever a service sends (seeded)', () => {
			void fc.assert(
				fc.property(hostile, (json) => assertHidden(json)),
				{ seed: 13, numRuns: 2000 },
			);
		});
		it('of names of fields that nobody knows', () => {
			const printed = JSON.stringify(mask().json({ Fabrikam: 1, details: { 'Fabrikam notes': 'x' } }));
			assert.doesNotMatch(printed, /Fabrikam|"x"/);
			assert.match(printed, /hiddenField1/);
		});
		it('of what is deeper than any referral', () => {
			let deep: unknown = 'Fabrikam';
			for (let level = 0; level < 5000; level++) deep = [deep];
			for (const json of [{ details: { requirements: { solutions: deep } } }, { tags: deep }])
				assert.doesNotMatch(JSON.stringify(mask().json(json)), /Fabrikam/);
		});
	});

	it('has no prototype but the usual one', () => {
		const json: JsonObject = JSON.parse(
			'{"__proto__": {"name": "x"}, "constructor": "x", "name": "Fabrikam"}',
		);
		const masked = mask().json(json);
		assert.equal(Object.getPrototypeOf(masked), Object.prototype);
		assert.deepEqual(masked, { hiddenField1: '(hidden)', hiddenField2: '(hidden)', name: 'Deal 1' });
	});

	it('keeps what is empty, what is open, and what is yes or no', () => {
		const json = { status: 'New', name: '', customerProfile: null, tags: [], team: {}, favorite: true };
		assert.deepEqual(mask().json(json), json);
	});

	it('keeps dates, and no words where a date should be', () => {
		const { createdDateTime } = mask().json({ createdDateTime: '2026-10-01T21:03:42Z' });
		assert.equal(createdDateTime, '2026-10-01T21:03:42Z');
		assert.equal(mask().json({ createdDateTime: 'when Fabrikam called' })['createdDateTime'], '(hidden)');
	});

	it('is the same as what the product reads of it', () => {
		for (const hidesValues of [false, true])
			for (const json of [everyField, ...sample]) {
				const both = mask(hidesValues);
				const read = received(json);
				assert.deepEqual(wire(both.referral(read.referral)), wire(received(both.json(json)).referral));
				assert.deepEqual(both.received(read).referral, both.referral(read.referral));
			}
	});

	it('is the same when it is masked once more', () => {
		const once = mask();
		for (const json of [everyField, ...sample]) {
			const masked = once.json(json);
			assert.deepEqual(once.json(masked), masked);
			const { referral } = received(masked);
			assert.deepEqual(wire(once.referral(referral)), wire(referral));
		}
	});

	it('hides what deals are worth where that is wanted', () => {
		assert.equal(mask().referral(received(everyField).referral).details?.dealValue, 50_000);
		assert.equal(mask(true).referral(received(everyField).referral).details?.dealValue, undefined);
		assert.doesNotMatch(JSON.stringify(mask(true).json(everyField)), /50000|1250\.5|48000/);
	});
});

describe('the same thing', () => {
	it('has the same name everywhere', () => {
		const worn = mask();
		const names = ['Fabrikam', 'FABRIKAM', ' fabrikam ', 'Contoso', 'Fabrikam'].map(
			(name) =>
				worn.referral(received({ id: 'r', customerProfile: { name } }).referral).customerProfile?.name,
		);
		assert.deepEqual(names, ['Customer 1', 'Customer 1', 'Customer 1', 'Customer 2', 'Customer 1']);
		assert.equal(worn.names('\ncontoso'), '\ncustomer 2');
		assert.deepEqual(worn.json({ customerProfile: { name: 'contoso' } }), {
			customerProfile: { name: 'Customer 2' },
		});
	});
	it('is told by number in an order of its own', () => {
		const worn = mask();
		const ranks = Array.from({ length: 12 }, (_, index) => worn.customerRank(`customer ${index}`));
		assert.deepEqual(ranks.toSorted(), ranks);
		assert.equal(worn.customerRank(''), '');
	});

	const person = (firstName: string, lastName: string, email?: string) => ({ firstName, lastName, email });
	const named = (...people: readonly object[]) => {
		const { team } = mask().json({ team: people });
		return Array.isArray(team) ? team.map((each) => (isJsonObject(each) ? each['firstName'] : '')) : [];
	};
	const people = (name: string, all: readonly object[], expected: readonly string[]) =>
		it(name, () => assert.deepEqual(named(...all), expected));
	people(
		'is a person with the same mail address',
		[person('Ada', 'Weber', 'ada@contoso.com'), person('A.', 'W.', 'ADA@contoso.com')],
		['Person 1', 'Person 1'],
	);
	people(
		'is a person of the same name without one',
		[person('Ada', 'Weber'), person('ADA', 'Weber'), person('Li', 'Chen')],
		['Person 1', 'Person 1', 'Person 2'],
	);
	people(
		'is a person of whom the mail address came later',
		[person('Ada', 'Weber'), person('Ada', 'Weber', 'ada@contoso.com'), person('A', 'W', 'ada@contoso.com')],
		['Person 1', 'Person 1', 'Person 1'],
	);
	people(
		'is not a namesake with another mail address',
		[person('Ada', 'Weber', 'ada@contoso.com'), person('Ada', 'Weber', 'weber@contoso.com')],
		['Person 1', 'Person 2'],
	);
	it('has a mail address by the same number', () => {
		const worn = mask();
		assert.equal(worn.mail('ada@contoso.com'), 'person1@masked.example');
		assert.deepEqual(worn.json({ team: person('Ada', 'Weber', 'ada@contoso.com') }), {
			team: { firstName: 'Person 1', lastName: '', email: 'person1@masked.example' },
		});
	});
});

describe('numbers', () => {
	const nameIn = (worn: Mask | undefined, name: string) =>
		worn?.referral(received({ id: 'r', name }).referral).name;
	it('hold while masks are changed in one session, and end with it', () => {
		const source: { make: MakeMask | undefined } = { make: undefined };
		const [one, other] = [new WornMask(source), new WornMask(source)];
		assert.ok(!one.mask);
		source.make = (before) => new Mask({ hidesValues: false }, before);
		assert.deepEqual([nameIn(one.mask, 'A'), nameIn(one.mask, 'B')], ['Deal 1', 'Deal 2']);
		source.make = undefined;
		assert.ok(!one.mask);
		source.make = (before) => new Mask({ hidesValues: true }, before);
		assert.equal(nameIn(one.mask, 'B'), 'Deal 2');
		assert.equal(nameIn(other.mask, 'B'), 'Deal 1');
		one.forget();
		assert.equal(nameIn(one.mask, 'B'), 'Deal 1');
	});
});

/** What a service may send: names that are known and others, with values of any type anywhere. */
const hostile = fc.letrec<{ value: unknown; object: JsonObject }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small' },
		fc.integer({ min: 0, max: 1e9 }).map((number) => `secret ${number}`),
		fc.integer({ min: 1e6, max: 1e9 }),
		fc.constantFrom(true, null, '', [], {}),
		fc.array(tie('value'), { maxLength: 3 }),
		tie('object'),
	),
	object: fc.dictionary(
		fc.constantFrom(
			...new Set(Object.keys(catalogue).flatMap((path) => namesIn(path))),
			...['__proto__', 'constructor', 'toString', 'length', 'future', 'secret 0'],
		),
		tie('value'),
		{ maxKeys: 6 },
	),
})).object;

/** No text or number of what was sent is in what is shown, other than where it is allowed. */
function assertHidden(json: object): void {
	const sent: JsonObject = JSON.parse(JSON.stringify(json));
	const masked = mask().json(sent);
	const open = new Set(leavesIn(sent).flatMap(({ path, value }) => (isAllowed(path) ? [`${value}`] : [])));
	const secret = leavesIn(sent).flatMap(({ path, value }) =>
		open.has(`${value}`) || isAllowed(path) ? [] : [`${value}`],
	);
	const shown = [...leavesIn(masked).map(({ value }) => `${value}`), ...unknownNames(masked)];
	for (const text of secret) {
		// A short one may be in any other by chance.
		const isShown = shown.some((each) => (text.length < 8 ? each === text : each.includes(text)));
		assert.ok(text === '' || !isShown, `${text} of ${JSON.stringify(json)} in ${JSON.stringify(masked)}`);
	}
}

/** What objects call their fields, other than what is known. */
function unknownNames(json: unknown): readonly string[] {
	if (Array.isArray(json)) return json.flatMap(unknownNames);
	if (!isJsonObject(json)) return [];
	const below = Object.values(json).flatMap(unknownNames);
	return [...Object.keys(json).filter((name) => !known.has(name)), ...below];
}

const known: ReadonlySet<string> = new Set(Object.keys(catalogue).flatMap((path) => namesIn(path)));

/** As it is on the wire, where nothing is undefined. */
function wire(value: object): unknown {
	return JSON.parse(JSON.stringify(value));
}

function jsonAt([name, ...rest]: readonly string[], value: unknown): JsonObject {
	return { [name ?? '']: rest.length > 0 ? jsonAt(rest, value) : value };
}
