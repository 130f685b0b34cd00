import assert from 'node:assert/strict';
import { detailsOf } from '../../../src/details/details.ts';
import { briefOf } from '../../../src/referral/brief.ts';
import { jsonText } from '../../../src/referral/jsonText.ts';
import { labelOf } from '../../../src/referral/label.ts';
import { descriptionOf, spoken } from '../../../src/referral/rowText.ts';
import { everyField } from '../../partner-api/everyField.ts';
import { hostileNames, hostileReferral, hostileShapes } from '../../partner-api/hostileReferrals.ts';
import { received } from '../received.ts';
import { detailsText } from './detailsText.ts';

const reader = { locale: 'en-US', now: Date.parse('2026-03-15T10:30:00Z') };
const link = 'vscode://partner-referrals.partner-referrals/referral/r1';

/** What reorders, hides or breaks the text around it. */
const harmful =
	/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}|[\u{e0000}-\u{e007f}]/u;
const control = /[^\P{Cc}\n\t]/u;

/** As much as a page can show, in characters: so many texts of the longest kind. */
const mostOnPage = 3_000_000;

describe('what a stranger types', () => {
	it('is tried in at least 40 ways', () => assert.ok(hostileNames.length >= 40));

	for (const name of hostileNames) {
		describe(`${name}, in every text field,`, () => {
			const row = () => {
				const json = hostileReferral(name, ['engagementId', 'createdDateTime']);
				return received({ ...json, id: json.name });
			};

			it('is one harmless line in the tree, in its description and for a screen reader', () => {
				const { referral } = row();
				for (const text of [labelOf(referral), descriptionOf(referral, reader), spoken(referral, reader)])
					assertHarmlessLine(text);
			});
			it('is harmless and not too much on the page', () => {
				const text = detailsText(detailsOf(row(), reader));
				assert.ok(text.length < mostOnPage, `${text.length}`);
				assert.doesNotMatch(text, harmful);
				assert.doesNotMatch(text, control);
			});
			it('comes to no link that leads elsewhere than it says', () => {
				for (const address of webLinksIn(detailsOf(row(), reader))) {
					const { protocol, username, href } = new URL(address);
					assert.match(protocol, /^https?:$/);
					assert.equal(username, '');
					assert.ok(href.startsWith(address.slice(0, 12)));
				}
			});
			it('is whole in the JSON, and seen there', () => {
				const { json } = row();
				const text = jsonText(json);
				assert.deepEqual(JSON.parse(text), json);
				assert.doesNotMatch(text, harmful);
			});
			it('is no markup in the brief', () => assertNoMarkup(briefOf(row().referral, reader, link)));
		});
	}

	for (const [name, shape] of Object.entries(hostileShapes))
		describe(`${name}`, () => {
			const row = () => received({ ...shape(), id: 'r1' });

			it('has words, and not too many', () => {
				const text = detailsText(detailsOf(row(), reader));
				assert.ok(text.length < mostOnPage, `${text.length}`);
				assert.doesNotMatch(text, /\bundefined\b|\bNaN\b|\[object |function/);
				assertHarmlessLine(spoken(row().referral, reader));
			});
			it('keeps what a section waits for', () => {
				assert.match(detailsText(detailsOf(row(), reader)), /^Referral id\nr1$/m);
			});
			it('is JSON', () => assert.ok(JSON.parse(jsonText(row().json)).id === 'r1'));
			it('has a brief', () => assertNoMarkup(briefOf(row().referral, reader, link)));
			it('pollutes nothing', () => assert.equal(Reflect.get({}, 'polluted'), undefined));
		});
});

describe('a referral with every field at once', () => {
	it('has all of them on the page, in a section of its own each but the last', () => {
		const { sections } = detailsOf(received(everyField), reader);
		assert.deepEqual(
			sections.filter(({ fields }) => fields.length === 0),
			[],
		);
		const text = detailsText(detailsOf(received(everyField), reader));
		assert.doesNotMatch(text, /undefined|\bnull\b|\[object |\bNaN\b/);
	});
});

function assertHarmlessLine(text: string): void {
	assert.ok(text.length <= 1_300, `${text.length}`);
	assert.doesNotMatch(text, harmful);
	assert.doesNotMatch(text, /\p{Cc}/u);
}

/** CommonMark takes none of these for markup when a backslash stands before them. */
function assertNoMarkup(brief: string): void {
	const lines = brief.split('\n').filter((line) => line && line !== `<${link}>`);
	assert.ok(lines.length <= 6);
	for (const line of lines) {
		const text = line.replace(/^\*\*(.*)\*\*$/, '$1').replace(/\\[\\`*_[\]<>~@&:.]/g, '');
		assert.doesNotMatch(text, /[`*_[\]<>~@]|:\/\/|\bwww\.|&\w+;|javascript:|command:/i, line);
		assert.doesNotMatch(text, harmful);
	}
}

function webLinksIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	if ('opens' in value && value.opens === 'web' && 'text' in value) return [String(value.text)];
	return Object.values(value).flatMap(webLinksIn);
}
