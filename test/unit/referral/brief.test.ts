import assert from 'node:assert/strict';
import fc from 'fast-check';
import { briefOf } from '../../../src/referral/brief.ts';
import { everyField } from '../../partner-api/everyField.ts';
import { received } from '../received.ts';

const reader = { locale: 'en-US', now: Date.parse('2026-03-15T10:30:00Z') };
const link = 'vscode://partner-referrals.partner-referrals/referral/r1';
const brief = (json: object) => briefOf(received({ id: 'r1', ...json }).referral, reader, link);

describe('a brief', () => {
	it('tells what the referral is about and where it stands', () => {
		assert.equal(
			brief({ ...everyField, status: 'New', substatus: 'Pending' }),
			[
				'**Field service for Fabrikam**',
				'',
				'- Customer: Fabrikam Customer Inc, Redmond, WA, United States (US)',
				'- Kind: Referral, Outgoing',
				'- Status: New › Pending, expires Oct 15, 2026',
				'- Value: $50,000',
				'- Id: 0d43414c-0001-4000-8000-000000000001',
				'',
				`<${link}>`,
				'',
			].join('\n'),
		);
	});
	it('tells what there is', () => {
		assert.equal(brief({}), `**r1**\n\n- Kind: Referral\n- Id: r1\n\n<${link}>\n`);
	});
	it('names no person, mail address or phone number', () => {
		assert.doesNotMatch(brief(everyField), /Ada|Weber|John|Doe|@|555/);
	});

	const escaped = (name: string, text: string) =>
		it(`escapes ${name}`, () => assert.ok(brief({ name }).startsWith(`**${text}**\n`), brief({ name })));
	escaped('[a](https://x.example)', '\\[a\\](https\\://x.example)');
	escaped('**a** _b_ `c` ~~d~~', '\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~');
	escaped('<b>a</b> &amp;lt; R&D', '\\<b\\>a\\</b\\> \\&lt; R&D');
	escaped('www.x.example', 'www\\.x.example');
	escaped('javascript:alert(1)', 'javascript\\:alert(1)');
	escaped('me@x.example', 'me\\@x.example');

	it('is of a few lines, whatever is in it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const lines = brief({ name: text, status: text, customerProfile: { name: text } }).split('\n');
				assert.ok(lines.length <= 10);
				assert.ok(
					lines.every((line) => line === '' || /^(\*\*.*\*\*|- \w+: .+|<.*>)$/u.test(line)),
					lines.join('\n'),
				);
			}),
			{ seed: 51 },
		);
	});
});
