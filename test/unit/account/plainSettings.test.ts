import assert from 'node:assert/strict';
import { settingsIn } from '../../../src/account/plainSettings.ts';
import { signInScopes } from '../../../src/account/signInScopes.ts';

const usual = ['https://api.partner.example/.default'];
const nothing = { source: '', endpoint: '', clientId: '', tenantId: '', scopes: [] };
const read = (written: Readonly<Record<string, unknown>>) =>
	settingsIn({ ...nothing, ...written }, () => usual);

describe('the settings of an account', () => {
	const has = (written: Readonly<Record<string, unknown>>, expected: object) =>
		it(`come out of ${JSON.stringify(written)}`, () =>
			assert.deepEqual({ ...read(written), ...expected }, read(written)));
	has({ scopes: ['a', ' b '] }, { scopes: ['a', 'b'] });
	has({ scopes: 'https://api.partner.example/.default' }, { scopes: usual });
	has({ scopes: 'a b' }, { scopes: ['a', 'b'] });
	has({ scopes: ['a', 5, null, ''] }, { scopes: ['a'] });
	has({ endpoint: ' https://partner.example ' }, { endpoint: 'https://partner.example' });
	has({ endpoint: 5 }, { endpoint: '' });
	has({ clientId: null, tenantId: ['x'] }, { clientId: '', tenantId: '' });
	has({ source: 'sample' }, { source: 'sample' });
	has({ source: true }, { source: 'partnerCenter' });
	for (const scopes of [undefined, null, 5, [], '', {}, [[]]]) has({ scopes }, { scopes: usual });

	it('are scopes for the editor, with the ids of an app registration', () => {
		const written = { scopes: 'a', clientId: 'one', tenantId: null };
		assert.deepEqual(signInScopes(read(written)), ['a', 'VSCODE_CLIENT_ID:one']);
	});
});
