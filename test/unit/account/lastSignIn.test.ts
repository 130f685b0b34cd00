import assert from 'node:assert/strict';
import { LastSignIn } from '../../../src/account/lastSignIn.ts';

describe('the last sign-in', () => {
	const begin = () => {
		const state = { key: 'one', now: 1 };
		const turns = {
			get now() {
				return state.now;
			},
			take: async () => {},
		};
		const last = new LastSignIn({
			turns,
			settings: () => ({ key: state.key, scopes: [], concerned: true }),
		});
		return { last, state };
	};

	it('came to nothing because it was declined, which is no error', () => {
		const { last } = begin();
		assert.equal(last.end, undefined);
		assert.equal(last.ended(new Error('user_canceled: See …'), 'one'), false);
		assert.equal(last.end, 'declined');
	});

	it('came to nothing because of a failure, of which nothing but the code is kept', () => {
		const { last } = begin();
		const thrown = new Error("AADSTS700016: Application '(hidden)' was not found.");
		assert.throws(() => last.ended(thrown, 'one'), { kind: 'signInFailed' });
		assert.ok(last.end !== undefined && last.end !== 'declined');
		assert.equal(last.end.facts.code, 'AADSTS700016');
		assert.doesNotMatch(JSON.stringify(last.end), /hidden/);
	});

	it('says nothing of other settings, or once somebody signed in or out', () => {
		const { last, state } = begin();
		last.ended(new Error('Cancelled'), 'one');
		state.key = 'two';
		assert.equal(last.end, undefined);
		state.key = 'one';
		assert.equal(last.end, 'declined');
		state.now = 2;
		assert.equal(last.end, undefined);
	});

	it('says nothing once one went well', () => {
		const { last } = begin();
		last.ended(new Error('Cancelled'), 'one');
		last.wentWell();
		assert.equal(last.end, undefined);
	});

	it('was under the settings with which it began', () => {
		const { last, state } = begin();
		state.key = 'two';
		last.ended(new Error('Cancelled'), 'one');
		assert.equal(last.end, undefined);
	});
});
