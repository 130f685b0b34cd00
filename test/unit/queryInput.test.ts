import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
	type Input,
	readEngagementId,
	readTeamEmail,
	readUpdatedSince,
} from '../../src/referrals/queryInput.ts';
import { isRelative } from '../../src/referrals/when.ts';

type Read = (text: string) => Input;

function reads(read: Read, text: string, value: string): void {
	it(`${JSON.stringify(text)}: ${value}`, () => assert.deepEqual(read(text), { value }));
}

function refuses(read: Read, text: string): void {
	it(`${JSON.stringify(text)}: refused`, () => {
		const input = read(text);
		assert.ok('refusal' in input && input.refusal.endsWith('.'), JSON.stringify(input));
	});
}

describe('what is typed as', () => {
	describe('an engagement id', () => {
		const guid = '65edc0b5-3485-41b7-a17e-dfa9ef4706e2';
		reads(readEngagementId, guid, guid);
		reads(readEngagementId, ` ${guid}\n`, guid);
		reads(readEngagementId, guid.toUpperCase(), guid.toUpperCase());
		refuses(readEngagementId, '');
		refuses(readEngagementId, '65edc0b5');
		refuses(readEngagementId, `${guid}0`);
		refuses(readEngagementId, `{${guid}}`);
		refuses(readEngagementId, guid.replaceAll('-', ''));
		refuses(readEngagementId, `${guid}' or '1' eq '1`);
	});

	describe('a mail address', () => {
		reads(readTeamEmail, 'ada@contoso.com', 'ada@contoso.com');
		reads(readTeamEmail, ' ada.weber+x@sub.contoso.com ', 'ada.weber+x@sub.contoso.com');
		reads(readTeamEmail, "miles.o'brien@contoso.com", "miles.o'brien@contoso.com");
		refuses(readTeamEmail, '');
		refuses(readTeamEmail, 'ada');
		refuses(readTeamEmail, 'ada@contoso');
		refuses(readTeamEmail, '@contoso.com');
		refuses(readTeamEmail, 'ada@@contoso.com');
		refuses(readTeamEmail, 'ada weber@contoso.com');
		refuses(readTeamEmail, "ada@contoso.com' or 'x' eq 'x");
	});

	describe('a time', () => {
		reads(readUpdatedSince, '2026-10-24', '2026-10-24T00:00:00Z');
		reads(readUpdatedSince, ' 2026-10-24 ', '2026-10-24T00:00:00Z');
		reads(readUpdatedSince, '2024-02-29', '2024-02-29T00:00:00Z');
		reads(readUpdatedSince, '2026-10-24T08:00:00Z', '2026-10-24T08:00:00Z');
		reads(readUpdatedSince, '2026-10-24T08:00Z', '2026-10-24T08:00:00Z');
		reads(readUpdatedSince, '2026-10-24T08:00:00.1234567Z', '2026-10-24T08:00:00Z');
		reads(readUpdatedSince, '2026-10-24T01:00:00+02:00', '2026-10-23T23:00:00Z');
		refuses(readUpdatedSince, '');
		refuses(readUpdatedSince, 'yesterday');
		refuses(readUpdatedSince, '24.10.2026');
		refuses(readUpdatedSince, '2026-10');
		refuses(readUpdatedSince, '2026-10-24 08:00');
		refuses(readUpdatedSince, '2026-10-24T08:00:00');
		refuses(readUpdatedSince, '2026-02-30');
		refuses(readUpdatedSince, '2023-02-29');
		refuses(readUpdatedSince, '2026-02-30T08:00:00Z');
		refuses(readUpdatedSince, '2026-13-01');
		refuses(readUpdatedSince, '2026-00-01');
		refuses(readUpdatedSince, '2026-10-24T25:00:00Z');
		refuses(readUpdatedSince, '9999-12-31T23:00:00-05:00');
		refuses(readUpdatedSince, '0000-01-01T00:00:00+05:00');
		refuses(readUpdatedSince, '2026-10-24T08:00:00Z or 1 eq 1');

		it('is a span, an instant in UTC or refused, whatever it is', () => {
			const number = (most: number) =>
				fc.integer({ min: 0, max: most }).map((each) => `${each}`.padStart(2, '0'));
			const typed = fc
				.tuple(fc.integer({ min: 0, max: 9999 }), number(13), number(32), number(25), number(61))
				.chain(([year, month, day, hour, minute]) => {
					const date = `${`${year}`.padStart(4, '0')}-${month}-${day}`;
					const zone = fc.constantFrom('Z', '+14:00', '-12:00', '+99:99', '');
					return fc.oneof(
						fc.constant(date),
						zone.map((each) => `${date}T${hour}:${minute}${each}`),
					);
				});
			fc.assert(
				fc.property(fc.oneof(typed, fc.string()), (text) => {
					const input = readUpdatedSince(text);
					if ('refusal' in input || isRelative(input.value)) return;
					assert.match(input.value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
					assert.equal(Date.parse(input.value), Date.parse(text.trim()));
				}),
				{ seed: 26, numRuns: 5_000 },
			);
		});
	});

	it('anything is read or refused, and reads the same again', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(readEngagementId, readTeamEmail, readUpdatedSince),
				fc.string(),
				(read, text) => {
					const input = read(text);
					if ('value' in input) assert.deepEqual(read(input.value), input);
				},
			),
			{ seed: 27, numRuns: 2_000 },
		);
	});
});
