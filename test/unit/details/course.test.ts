import assert from 'node:assert/strict';
import { courseOf } from '../../../src/details/course.ts';
import { received } from '../received.ts';

const [created, accepted, closed] = [
	'2026-03-01T10:00:00Z',
	'2026-03-03T08:00:00.1234567Z',
	'2026-03-09T00:00:00Z',
];
const course = (json: object) => courseOf(received({ id: 'r1', ...json }).referral);

describe('the course of a referral', () => {
	const drawn = (name: string, json: object, stages: string) =>
		it(`${name}: ${stages}`, () => {
			const shown = course(json).stages.map(({ status, reached, since }) =>
				[status, reached, since && new Date(since).toISOString().slice(0, 10)]
					.filter((part) => part)
					.join(' '),
			);
			assert.equal(shown.join(', '), stages);
		});
	const dates = { createdDateTime: created, acceptedDateTime: accepted, closedDateTime: closed };

	drawn('that is new', { ...dates, status: 'New' }, 'New present 2026-03-01, Active future, Closed future');
	drawn(
		'that is active',
		{ ...dates, status: 'Active' },
		'New past 2026-03-01, Active present 2026-03-03, Closed future',
	);
	drawn(
		'that was won',
		{ ...dates, status: 'Closed', substatus: 'Won' },
		'New past 2026-03-01, Active past 2026-03-03, Closed present 2026-03-09',
	);
	drawn(
		'that expired unanswered',
		{ createdDateTime: created, status: 'closed', substatus: 'expired' },
		'New past 2026-03-01, Active skipped, Closed present',
	);
	drawn(
		'that was declined after it had been accepted',
		{ ...dates, status: 'Closed', substatus: 'Declined' },
		'New past 2026-03-01, Active past 2026-03-03, Closed present 2026-03-09',
	);
	drawn('of a new status', { ...dates, status: 'Paused' }, 'New future, Active future, Closed future');
	drawn('without anything', {}, 'New future, Active future, Closed future');
	drawn(
		'without dates that are dates',
		{ status: 'Active', createdDateTime: 'soon', acceptedDateTime: '0001-01-01T00:00:00' },
		'New past, Active present, Closed future',
	);

	it('tells since when it stands where it stands', () => {
		assert.equal(course({ ...dates, status: 'Active' }).since, Date.parse('2026-03-03T08:00:00.123Z'));
		assert.equal(course({ status: 'Active', createdDateTime: created }).since, undefined);
		assert.equal(course({ ...dates, status: 'Paused' }).since, undefined);
	});
	it('tells when it expires, only while it is new', () => {
		const expirationDateTime = '2026-03-15T00:00:00Z';
		assert.equal(course({ status: 'New', expirationDateTime }).expiry, Date.parse(expirationDateTime));
		assert.equal(course({ status: 'Closed', substatus: 'Won', expirationDateTime }).expiry, undefined);
	});
	it('tells status and substatus as they came, in one line', () => {
		const { status, substatus } = course({ status: 'On\nhold', substatus: 'By\u202e us' });
		assert.deepEqual([status, substatus], ['On hold', 'By us']);
	});
});
