import assert from 'node:assert/strict';
import { likelyMailOf, mailOfAccount } from '../../../src/query/mail.ts';

describe('the mail address of an account', () => {
	const is = (label: string, mail: string | undefined) =>
		it(`${label}: ${mail}`, () => assert.equal(mailOfAccount(label), mail));
	is('ada@contoso.com', 'ada@contoso.com');
	is(' ada@contoso.com ', 'ada@contoso.com');
	is("erin.o'hara@contoso.com", "erin.o'hara@contoso.com");
	is('Ada Weber', undefined);
	is('', undefined);
	is('+1 425 555 0100', undefined);
	is('ada_fabrikam.com#EXT#@contoso.onmicrosoft.com', undefined);
	is('ada@contoso', undefined);

	const likely = (label: string, mail: string) =>
		it(`${label}: most likely ${mail || 'unknown'}`, () => assert.equal(likelyMailOf(label), mail));
	likely('ada_fabrikam.com#EXT#@contoso.onmicrosoft.com', 'ada@fabrikam.com');
	likely('ada_b_fabrikam.com#ext#@contoso.onmicrosoft.com', 'ada_b@fabrikam.com');
	likely('Ada Weber', '');
	likely('_#EXT#@contoso.com', '');

	it('is read in no time, however long the label is', () => {
		const start = performance.now();
		for (const label of ['_'.repeat(20_000), `a@${'.'.repeat(20_000)}`, '_#ext'.repeat(4000)]) {
			mailOfAccount(label);
			likelyMailOf(label);
		}
		assert.ok(performance.now() - start < 500, `${performance.now() - start} ms`);
	});
});
