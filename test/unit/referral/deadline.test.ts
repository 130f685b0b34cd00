import assert from 'node:assert/strict';
import { deadlineAt } from '../../../src/referral/expiry.ts';

const [hour, day] = [3_600_000, 86_400_000];

describe('the time left to answer, on a row', () => {
	const left = (milliseconds: number, badge: string, urgency: string) =>
		it(`of ${milliseconds / day} days is “${badge}”, ${urgency}`, () => {
			const now = Date.parse('2026-11-01T12:00:00Z');
			assert.deepEqual(deadlineAt(now + milliseconds, now, 3), { badge, urgency });
		});

	left(-14 * day, '!', 'over');
	left(-1, '!', 'over');
	left(0, '<1', 'hours');
	left(23 * hour, '<1', 'hours');
	left(day - 1, '<1', 'hours');
	left(day, '1d', 'soon');
	left(4 * day - 1, '3d', 'soon');
	left(4 * day, '4d', 'later');
	left(10 * day - 1, '9d', 'later');
	left(10 * day, '10', 'later');
	left(14 * day, '14', 'later');
	left(100 * day, '', 'later');

	it('has room for no more than the editor gives it', () => {
		for (let days = -400; days < 400; days++) assert.ok(deadlineAt(days * day, 0, 3).badge.length <= 2);
	});
});
