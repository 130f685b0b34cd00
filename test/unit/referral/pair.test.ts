import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pairKeyOf, pairs } from '../../../src/referral/pair.ts';

describe('the pairs of status and substatus', () => {
	it('are those of the documentation, in the order of life', () => {
		assert.deepEqual(
			pairs.map(({ key }) => key),
			[
				...['New/Pending', 'New/Received', 'Active/Accepted'],
				...['Closed/Won', 'Closed/Lost', 'Closed/Declined', 'Closed/Expired'],
			],
		);
	});

	const has = (status: string | undefined, substatus: string | undefined, key: string | undefined) =>
		it(`${status} and ${substatus} is ${key === '' ? 'another' : key}`, () => {
			assert.equal(pairKeyOf({ status, substatus }), key);
		});

	has('New', 'Pending', 'New/Pending');
	has('new', 'PENDING', 'New/Pending');
	has('Closed', 'Won', 'Closed/Won');
	has('New', 'Accepted', '');
	has('New', 'None', '');
	has('Active', '', '');
	has('Paused', 'Pending', '');
	has('New/Pending', '', '');
	has('', '', '');
	has('constructor', '__proto__', '');
	has(undefined, 'Won', undefined);
	has('New', undefined, undefined);
	has(undefined, undefined, undefined);

	it('are known or another for any words', () => {
		const word = fc.oneof(
			fc.constantFrom(
				...['New', 'Active', 'Closed', 'Pending', 'Won', 'accepted', 'None', '', 'İ', 'ﬁ', '/'],
			),
			fc.string(),
		);
		fc.assert(
			fc.property(word, word, (status, substatus) => {
				const known = pairs.filter((pair) =>
					[pair.status, pair.substatus].every(
						(own, index) => own.toLowerCase() === [status, substatus][index]?.toLowerCase(),
					),
				);
				assert.equal(pairKeyOf({ status, substatus }), known[0]?.key ?? '');
			}),
			{ seed: 12, numRuns: 5_000 },
		);
	});
});
