import assert from 'node:assert/strict';
import { challengeWith, claimsIn } from '../../../src/account/claims.ts';

const wanted = '{"access_token":{"acrs":{"essential":true,"value":"c1?~"}}}';
const base64 = Buffer.from(wanted).toString('base64');
const encoded = (text: string) => Buffer.from(text).toString('base64');

describe('the claims of a challenge', () => {
	const found = (name: string, header: string) =>
		it(`are found ${name}`, () => assert.equal(claimsIn(header), base64));
	found('in quotes', `Bearer realm="", error="insufficient_claims", claims="${base64}"`);
	found('without quotes', `Bearer error=insufficient_claims, claims=${base64}`);
	found('in the letters for addresses', `Bearer claims="${Buffer.from(wanted).toString('base64url')}"`);
	found('whatever the scope', `Bearer scope="https://graph.microsoft.com/.default", claims="${base64}"`);
	found('in other capitals', `bearer Claims = "${base64}"`);

	const none = (name: string, header: string | undefined) =>
		it(`are none ${name}`, () => assert.equal(claimsIn(header), undefined));
	none('without a header', undefined);
	none('without claims', 'Bearer error="insufficient_claims"');
	none('in what only sounds like it', `Bearer fallback_claims="${base64}"`);
	none('that are no base64', 'Bearer claims="{}"');
	none('that are no JSON', `Bearer claims="${encoded('{"access_token"')}"`);
	none('that are no object', `Bearer claims="${encoded('["c1"]')}"`);
	none('that are nothing', `Bearer claims="${encoded('null')}"`);
	none('that are no UTF-8', `Bearer claims="${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64')}"`);
	none('that are endless', `Bearer claims="${encoded(JSON.stringify({ a: 'x'.repeat(9000) }))}"`);
	none('that end the quotes', `Bearer claims="${base64}\\", scope=\\"x"`);

	it('are all that the editor is handed, so that it takes our scopes', () => {
		const header = `Bearer scope="https://graph.microsoft.com/.default", claims="${base64}", error="x"`;
		assert.equal(
			challengeWith(claimsIn(header) ?? ''),
			`Bearer claims="${base64}", error="insufficient_claims"`,
		);
	});
});
