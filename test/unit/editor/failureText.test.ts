import assert from 'node:assert/strict';
import { failureText, wayOutText } from '../../../src/editor/failureText.ts';
import { signInTexts } from '../../../src/editor/signInTexts.ts';
import { type FailureFacts, type FailureKind, PartnerError } from '../../../src/partner/error.ts';

describe('a failure in words', () => {
	const said = (kind: FailureKind, facts: FailureFacts, sentence: string, ...more: readonly string[]) =>
		it(`${kind} ${JSON.stringify(facts)}: ${sentence}`, () => {
			const text = failureText(new PartnerError(kind, facts));
			assert.deepEqual([text.sentence, ...text.facts], [sentence, ...more]);
			assert.match(wayOutText(text.wayOut), /^[A-Z]/);
		});

	said('gone', { status: 404 }, 'This is no longer there, or not visible to you.', 'Status: 404');
	const lacking = 'The app registration lacks a redirect URI of the editor.';
	said('signInFailed', { code: 'AADSTS50011' }, lacking, 'Code: AADSTS50011');
	const notUnderstood = 'Partner Center did not understand the filter.';
	said('badRequest', { code: 'AADSTS50011' }, notUnderstood, 'Code: AADSTS50011');
	for (const code of ['constructor', 'toString', '__proto__', 'hasOwnProperty', ''])
		for (const kind of ['signInFailed', 'badRequest'] as const)
			it(`${kind} with the code ${JSON.stringify(code)} is told as any other`, () => {
				const { sentence } = failureText(new PartnerError(kind, { code }));
				assert.equal(sentence, failureText(new PartnerError(kind)).sentence);
			});
	it('says when a pause ends', () => {
		const { sentence } = failureText(new PartnerError('throttled', { retryAfter: 60_000 }), 'en-US');
		assert.match(sentence, /^Partner Center asks for a pause\. It ends at \d+:\d\d:\d\d\s[AP]M\.$/);
	});
	it('has a sentence of its own for each code of a sign-in', () => {
		const sentences = [...signInTexts.keys()].map(
			(code) => failureText(new PartnerError('signInFailed', { code })).sentence,
		);
		assert.equal(new Set(sentences).size, signInTexts.size);
		assert.ok(!sentences.includes(failureText(new PartnerError('signInFailed')).sentence));
		for (const sentence of sentences) assert.match(sentence, /^[A-Z].*[^.]\.$/);
	});
	const leads = (way: string, ...codes: readonly string[]) =>
		it(`${codes.join(', ')}: ${way}`, () => {
			for (const code of codes)
				assert.equal(failureText(new PartnerError('signInFailed', { code })).wayOut, way, code);
		});
	leads('openGuide', 'AADSTS7000218', 'AADSTS650057', 'AADSTS65001', 'AADSTS500011', 'AADSTS700016');
	leads('openGuide', 'AADSTS7000112', 'AADSTS65002', 'AADSTS50011', 'AADSTS90094');
	leads('openSettings', 'AADSTS50194', 'AADSTS90002', 'AADSTS70011');
	leads('switchAccount', 'AADSTS50020', 'AADSTS90072', 'AADSTS500208', 'AADSTS50105');
	leads('switchAccount', 'AADSTS53003', 'AADSTS53000', 'AADSTS53001', 'AADSTS530035');
	leads('signIn', 'AADSTS50074', 'AADSTS50076', 'AADSTS50079', 'AADSTS50158');
});
