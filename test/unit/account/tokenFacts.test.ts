import assert from 'node:assert/strict';
import { tokenFactsIn } from '../../../src/account/tokenFacts.ts';
import { Random } from '../../../src/sample/invent/random.ts';

const part = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url');
const tokenWith = (claims: unknown) => `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;

describe('the facts of a token', () => {
	it('are whom it is for, and how the user signed in', () => {
		const token = tokenWith({
			aud: 'https://api.partner.microsoft.com',
			tid: '11111111-2222-3333-4444-555555555555',
			appid: 'aebc6443-996d-45c2-90f0-388ff96faa56',
			scp: 'user_impersonation',
			amr: ['pwd', 'mfa'],
			name: 'Ada Lund',
			upn: 'ada@contoso.com',
		});
		assert.deepEqual(tokenFactsIn(token), {
			audience: 'https://api.partner.microsoft.com',
			tenant: '11111111-2222-3333-4444-555555555555',
			application: 'aebc6443-996d-45c2-90f0-388ff96faa56',
			scopes: 'user_impersonation',
			methods: 'pwd mfa',
		});
	});
	const nothing = (name: string, token: string) =>
		it(`are none of ${name}`, () => assert.equal(tokenFactsIn(token), undefined));
	nothing('what is no token', 'opaque');
	nothing('an encrypted one', 'a.b.c.d.e'.replaceAll('b', '!'));
	nothing('what is no JSON', `a.${Buffer.from('{').toString('base64url')}.c`);
	nothing('a number', tokenWith(7));
	nothing('null', tokenWith(null));
	nothing('what is longer than any', tokenWith({ aud: 'x'.repeat(40_000) }));

	it('hold no text that could name anybody or be markup, whatever a token says', () => {
		const random = new Random(7);
		const pieces: [string, ...string[]] = [
			'a',
			'@',
			'<b>',
			'\n',
			'$(x)',
			'[a](b)',
			'é',
			' ',
			'/',
			':',
			'\u202e',
			'{}',
		];
		for (let round = 0; round < 2000; round++) {
			const text = Array.from({ length: random.whole(0, 8) }, () => random.pick(pieces)).join('');
			const claim = random.pick<unknown>([text, [text, 'pwd'], { a: text }, 7, null, [['x'], {}]]);
			const facts = tokenFactsIn(
				tokenWith({ aud: claim, tid: claim, scp: claim, amr: claim, __proto__: claim }),
			);
			for (const fact of Object.values(facts ?? {})) if (fact) assert.match(fact, /^[\w.:/ -]+$/);
		}
	});
});
