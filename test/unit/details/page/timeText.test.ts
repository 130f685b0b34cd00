import assert from 'node:assert/strict';
import { absoluteText, relativeText, spanText, utcText } from '../../../../src/details/page/timeText.ts';

const now = Date.parse('2026-03-15T10:30:00Z');
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('a time on the page', () => {
	const relative = (offset: number, text: string) =>
		it(`relative to now: ${text}`, () => assert.equal(relativeText(now + offset, now, 'en'), text));
	relative(0, 'in 0 minutes');
	relative(90_000, 'in 1 minute');
	relative(-59 * minute, '59 minutes ago');
	relative(23.9 * hour, 'in 23 hours');
	relative(1.9 * day, 'in 1 day');
	relative(-14 * day, '14 days ago');
	relative(59 * day, 'in 59 days');
	relative(61 * day, 'in 2 months');
	relative(-364 * day, '12 months ago');
	relative(-8 * 365 * day, '8 years ago');
	it('relative to now, in another language', () =>
		assert.equal(relativeText(now + 3 * day, now, 'de'), 'in 3 Tagen'));

	const span = (length: number, text: string) =>
		it(`a span: ${text}`, () => assert.equal(spanText(length, 'en'), text));
	span(0, '0 minutes');
	span(-5, '0 minutes');
	span(day, '1 day');
	span(2.5 * day, '2 days');

	it('in the time zone of the reader, and in UTC', () => {
		const local = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
		assert.equal(absoluteText(now, 'en'), local.format(now));
		assert.equal(plain(utcText(now, 'en')), 'Sunday, March 15, 2026 at 10:30:00 AM UTC');
	});
	it('that stands for a day is that day everywhere', () => {
		assert.equal(absoluteText(Date.parse('2026-03-15T00:00:00Z'), 'en'), 'Mar 15, 2026');
	});
});
