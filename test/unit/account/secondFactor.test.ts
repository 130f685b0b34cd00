import assert from 'node:assert/strict';
import type { Accounts, Asking } from '../../../src/account/editorAccounts.ts';
import type { Turns } from '../../../src/account/memory/turns.ts';
import { SignedIn } from '../../../src/account/signedIn.ts';

const ada = { id: 'ada', label: 'ada@contoso.com' };
const bob = { id: 'bob', label: 'bob@contoso.com' };

/** Somebody who is signed in, with what the editor is asked. */
function signedIn({ gives = ada, declines = false } = {}) {
	const asked: Asking[] = [];
	const accounts: Accounts = {
		session: async () => ({ accessToken: `token of ${ada.id}`, account: ada }),
		ask: async (_, asking) => {
			asked.push(asking);
			if (declines) throw new Error('User did not consent to login.');
			return { accessToken: 'new token', account: gives };
		},
		has: async () => true,
	};
	const turns: Turns = { now: 0, take: async () => {} };
	const told: string[] = [];
	const owner = new SignedIn({
		accounts,
		turns,
		settings: () => ({ scopes: ['a/.default'], key: 'k', concerned: true }),
		changed: () => told.push('changed'),
		renewed: () => told.push('renewed'),
		now: () => 0,
		after: () => () => {},
	});
	return { owner, asked, told };
}

describe('a second factor that is missing', () => {
	it('lets the next sign-in be a new one, of the same account', async () => {
		const { owner, asked, told } = signedIn();
		await owner.current();
		assert.equal(owner.factorWanted(ada), false);
		assert.equal(await owner.signIn(), true);
		assert.deepEqual(asked, [{ account: ada, anew: true }]);
		assert.deepEqual(told, ['renewed']);
	});
	it('is known to stay missing once that was in vain', async () => {
		const { owner } = signedIn();
		await owner.current();
		owner.factorWanted(ada);
		await owner.signIn();
		assert.equal(owner.factorWanted(ada), true);
	});
	it('is not known so when the user declined', async () => {
		const { owner } = signedIn({ declines: true });
		await owner.current();
		owner.factorWanted(ada);
		assert.equal(await owner.signIn(), false);
		assert.equal(owner.factorWanted(ada), false);
	});
	it('is no matter of another account', async () => {
		const { owner, asked } = signedIn({ gives: bob });
		await owner.current();
		assert.equal(owner.factorWanted(bob), false);
		await owner.signIn();
		assert.equal(asked[0]?.anew, false);
		assert.equal(owner.factorWanted(ada), false);
	});
	it('is forgotten with a plain sign-in', async () => {
		const { owner, asked } = signedIn();
		await owner.current();
		owner.factorWanted(ada);
		await owner.signIn();
		await owner.signIn();
		assert.deepEqual(
			asked.map(({ anew }) => anew),
			[true, false],
		);
		assert.equal(owner.factorWanted(ada), false);
	});
	it('lets somebody else be chosen as always', async () => {
		const { owner, asked } = signedIn({ gives: bob });
		await owner.current();
		owner.factorWanted(ada);
		await owner.signIn({ chooseAccount: true });
		assert.deepEqual(asked, [{ choose: true }]);
		assert.equal(owner.factorWanted(bob), false);
	});
});
