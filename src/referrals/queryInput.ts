import { instantIn } from './instant.ts';

/** What somebody typed, read; or why it can't be, with an example that works. */
export type Input = { readonly value: string } | { readonly refusal: string };

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const mail = /^[^\s@]+@[^\s@']+\.[^\s@']+$/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const isTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Reads an engagement id. */
export function readEngagementId(text: string): Input {
	const value = text.trim();
	if (guid.test(value)) return { value };
	return { refusal: 'An engagement id is a GUID, such as 65edc0b5-3485-41b7-a17e-dfa9ef4706e2.' };
}

/** Reads the mail address of a team member. */
export function readTeamEmail(text: string): Input {
	const value = text.trim();
	if (mail.test(value)) return { value };
	return { refusal: 'A team member is found by the whole mail address, such as ada@contoso.com.' };
}

/** Reads a day, which begins at midnight UTC, or an instant; the value is an instant in UTC without fractions. */
export function readUpdatedSince(text: string): Input {
	const typed = text.trim();
	if (!isTime.test(typed))
		return {
			refusal: 'Updated since takes a date, such as 2026-10-24, or a time, such as 2026-10-24T08:00:00Z.',
		};
	const time = instantIn(day.test(typed) ? `${typed}T00:00:00Z` : typed);
	const value = time === undefined ? '' : `${new Date(time).toISOString().slice(0, -5)}Z`;
	// A time zone can lead out of the years of four digits, which is all that the service reads.
	if (/^\d{4}-/.test(value)) return { value };
	return { refusal: `The calendar has no ${typed}; a date that works is 2026-10-24.` };
}
