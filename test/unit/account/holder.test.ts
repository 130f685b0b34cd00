import assert from 'node:assert/strict';
import type { EditorSession } from '../../../src/account/editorAccounts.ts';
import { askEditor, holderAfter } from '../../../src/account/holder.ts';
import type { Identity } from '../../../src/listing/session.ts';

const ada: Identity = { id: 'ada', label: 'ada@contoso.example' };
const bob: Identity = { id: 'bob', label: 'bob@contoso.example' };
const sessionOf = (account?: Identity): EditorSession | undefined =>
	account && { accessToken: `of ${account.id}`, account: { ...account } };

describe('who is signed in by what the editor says', () => {
	/** Whom the editor prefers, whom it gives who is asked for by name, and who has an account. */
	const holds = (
		name: string,
		[preferred, own, accounts]: readonly [
			(Identity | undefined)?,
			(Identity | undefined)?,
			(readonly Identity[])?,
		],
		[identity, available]: readonly [Identity | undefined, boolean],
	) =>
		it(name, async () => {
			const editor = {
				session: async (_: object, account?: Identity) => sessionOf(account ? own : preferred),
				ask: async () => assert.fail('asks the user'),
				has: async ({ id }: Identity) => (accounts ?? []).some((each) => each.id === id),
			};
			const answer = await askEditor(editor, { scopes: [] }, ada);
			assert.deepEqual({ ...holderAfter(ada, answer) }, { identity: identity && { ...identity }, available });
		});

	holds('is the same', [ada], [ada, true]);
	holds(
		'is the same whom it no longer prefers, as after a choice that was cancelled',
		[undefined, ada],
		[ada, true],
	);
	holds('is another one whom it prefers', [bob, ada, [ada, bob]], [bob, true]);
	holds('is the same who has expired', [undefined, undefined, [ada]], [ada, false]);
	holds(
		'is the same who has expired while another one is allowed',
		[bob, undefined, [ada, bob]],
		[ada, false],
	);
	holds('is the same even if it gives another one for them', [bob, bob, [ada, bob]], [ada, false]);
	holds('is nobody after the account was removed', [undefined, undefined, [bob]], [undefined, false]);
	holds('is another one after the account was removed', [bob, undefined, [bob]], [bob, true]);
});
