import assert from 'node:assert/strict';
import { ListedReferral } from '../../../../src/listing/arranging/listed.ts';
import { columnCalled } from '../../../../src/pipeline/columns/columns.ts';
import { testFor } from '../../../../src/pipeline/table/tests.ts';
import { received } from '../../received.ts';
import { mask } from '../../referral/mask/masking.ts';
import { contextOf } from './around.ts';

describe('columns in presentation mode', () => {
	const worn = { mask: mask() };
	const row = new ListedReferral(
		received({ id: 'an-id', name: 'Bakery ovens', customerProfile: { name: 'Northern Bakery' } }),
		{ whole: false },
		worn,
	);
	const context = contextOf();
	const finds = (id: string, words: string) => {
		const column = columnCalled(id) ?? assert.fail(id);
		return testFor(column, { kind: 'words', words }, context)?.(row);
	};

	for (const [id, shown, hidden] of [
		['label', 'Deal 1', 'bakery'],
		['name', 'deal 1', 'ovens'],
		['customerProfile.name', 'CUSTOMER 1', 'northern'],
	] as const)
		it(`find what is shown, and nothing else: ${id}`, () => {
			assert.equal(finds(id, shown), true);
			assert.equal(finds(id, hidden), false);
			assert.equal(finds(id, '000000001'), false);
		});
});
