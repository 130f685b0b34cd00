import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pageActions, readFromPage } from '../../../src/details/messages.ts';

describe('a message of the page', () => {
	for (const type of pageActions)
		it(`asks for ${type}`, () => assert.deepEqual(readFromPage({ type }), { type }));
	it('opens a related referral by its id', () => {
		assert.deepEqual(readFromPage({ type: 'openRelated', id: 'r1' }), { type: 'openRelated', id: 'r1' });
	});
	it('compares with a related referral by its id', () => {
		assert.deepEqual(readFromPage({ type: 'compareRelated', id: 'r1', other: 1 }), {
			type: 'compareRelated',
			id: 'r1',
		});
	});
	it('copies a text', () => {
		assert.deepEqual(readFromPage({ type: 'copyText', text: 'a' }), { type: 'copyText', text: 'a' });
	});
	it('opens a link by what it shows', () => {
		const message = { type: 'openLink', opens: 'mail', text: 'a@b.c' };
		assert.deepEqual(readFromPage(message), message);
	});
	it('is read without what does not belong to it', () => {
		assert.deepEqual(readFromPage({ type: 'refresh', id: 'r1', command: 'evil' }), { type: 'refresh' });
	});

	const refused = (name: string, message: unknown) =>
		it(`is refused when it is ${name}`, () => assert.equal(readFromPage(message), undefined));
	refused('nothing', undefined);
	refused('null', null);
	refused('a text', 'refresh');
	refused('a list', [{ type: 'refresh' }]);
	refused('of no type', {});
	refused('of a type that there is not', { type: 'executeCommand' });
	refused('of a type from the prototype', { type: 'constructor' });
	refused('a type that is no text', { type: ['refresh'] });
	refused('an id that is no text', { type: 'openRelated', id: 1 });
	refused('a comparison without an id', { type: 'compareRelated' });
	refused('a copy of no text', { type: 'copyText', text: ['a'] });
	refused('a link without a text', { type: 'openLink', opens: 'web' });
	refused('a link of a kind that there is not', { type: 'openLink', opens: 'command', text: 'x' });

	it('is one of those or refused, whatever came', () => {
		fc.assert(
			fc.property(fc.anything(), (message) => {
				const read = readFromPage(message);
				assert.ok(read === undefined || typeof read.type === 'string');
			}),
			{ seed: 53 },
		);
	});
});
