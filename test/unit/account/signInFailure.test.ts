import assert from 'node:assert/strict';
import { isDeclined, signInFailure } from '../../../src/account/signInFailure.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import { Random } from '../../../src/sample/invent/random.ts';

const named = (name: string) => Object.assign(new Error(name), { name });

describe('a sign-in that comes to nothing', () => {
	const closed = (error: unknown) =>
		it(`is the user's wish: ${error}`, () => assert.ok(isDeclined(error), `${error}`));
	closed(named('Canceled'));
	closed(new Error('user_canceled: See https://aka.ms/msal.js.errors#user_canceled for details'));
	closed(new Error('user_cancelled: User cancelled the flow.'));
	closed(new Error('Cancelled'));
	closed(new Error('Canceled'));
	closed('Cancelled');
	closed(new Error('User did not consent to login.'));
	closed(new Error('User did not consent to sharing account information.'));
	closed(new Error('User cancelled dialog'));
	closed(new Error('Error: Cancelled'));
	closed(new Error('AADSTS65004: User declined to consent to access the app.'));

	const failed = (error: unknown, code: string | undefined) =>
		it(`is a failure with ${code}: ${`${error}`.slice(0, 80)}`, () => {
			assert.ok(!isDeclined(error));
			assert.deepEqual(signInFailure(error).facts, { code });
			assert.equal(signInFailure(error).kind, 'signInFailed');
		});
	failed(
		new Error("AADSTS7000218: The request body must contain the following parameter: 'client_assertion'."),
		'AADSTS7000218',
	);
	failed(new Error("AADSTS50020: User account '(hidden)' does not exist in tenant 'Contoso'"), 'AADSTS50020');
	failed(new Error('invalid_grant: AADSTS650057: Invalid resource.'), 'AADSTS650057');
	failed('AADSTS53003: Access has been blocked by Conditional Access policies.', 'AADSTS53003');
	failed(new Error("Timed out waiting for authentication provider 'microsoft' to register."), 'Error');
	failed(new Error('Timed out'), 'Error');
	failed(new TypeError('The policy was cancelled by ada@contoso.com'), 'TypeError');
	failed(new Error(`${'x'.repeat(5000)} AADSTS53003`), 'Error');
	failed('somebody', undefined);
	failed(undefined, undefined);
	failed({ message: 'AADSTS53003' }, undefined);

	it('stays what it was when it is told already', () => {
		const failure = new PartnerError('signedOut');
		assert.equal(signInFailure(failure), failure);
	});

	it('never says whom it names, whatever stands around', () => {
		const random = new Random(3);
		const parts = [
			'AADSTS',
			'53003',
			' ',
			':',
			'ada@contoso.com',
			"'Fabrikam'",
			'User',
			'\n',
			'cancel',
			'_',
		] as const;
		for (let round = 0; round < 3000; round++) {
			const text = Array.from({ length: random.whole(0, 12) }, () => random.pick(parts)).join('');
			const { code } = signInFailure(new Error(text)).facts;
			assert.match(code ?? '', /^(?:Error|AADSTS\d{4,9})$/, text);
		}
	});
});
