import assert from 'node:assert/strict';
import { isPerson, nameAndRest } from '../../../src/referral/personText.ts';

describe('a person', () => {
	const known = (json: object, person: boolean) =>
		it(`${JSON.stringify(json)}: ${person}`, () => assert.equal(isPerson({ ...json }), person));

	known({ firstName: 'Sue' }, true);
	known({ lastName: 'Smith' }, true);
	known({ email: 'a@b.c' }, true);
	known({ phoneNumber: '1' }, false);
	known({ firstName: '', lastName: null }, false);
	known({ firstName: 7 }, false);
	known({ id: 'Education' }, false);
	known({}, false);

	const named = (json: object, name: string, rest: object) =>
		it(`${JSON.stringify(json)}: ${name}`, () => {
			const found = nameAndRest({ ...json });
			assert.equal(found.name, name);
			assert.deepEqual(JSON.parse(JSON.stringify(found.rest)), rest);
		});

	named({ firstName: 'Sue', lastName: 'Smith' }, 'Sue Smith', {});
	named({ lastName: 'Smith', firstName: 'Sue', email: 'a@b.c' }, 'Sue Smith', { email: 'a@b.c' });
	named({ firstName: 'Sue', lastName: null }, 'Sue', { lastName: null });
	named({ firstName: ' Sue ', lastName: '\tSmith' }, 'Sue Smith', {});
	named({ firstName: ' ', lastName: 'Smith' }, 'Smith', {});
	named({ email: 'a@b.c', contactPreference: null }, '', { email: 'a@b.c', contactPreference: null });
	named({ firstName: 7, lastName: { de: 'Weber' }, email: 'a@b.c' }, '', {
		email: 'a@b.c',
		firstName: 7,
		lastName: { de: 'Weber' },
	});

	it('is told by name, then how to reach somebody, then the rest', () => {
		const { rest } = nameAndRest({ x: 1, phoneNumber: '1', email: 'a@b.c', firstName: 'A', title: 'CTO' });
		assert.deepEqual(Object.keys(JSON.parse(JSON.stringify(rest))), ['title', 'email', 'phoneNumber', 'x']);
	});
});
