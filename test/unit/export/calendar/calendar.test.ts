import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contentLine, textValue } from '../../../../src/export/calendar/contentLine.ts';
import { calendarOf, thatExpire } from '../../../../src/export/calendar/expiries.ts';
import { Presenter } from '../../../../src/referral/presenter.ts';
import { escaped } from '../../../../src/text/escaped.ts';
import { hostileNames, hostileValues } from '../../../partner-api/hostileReferrals.ts';
import { HandClock } from '../../handClock.ts';
import { tenant } from '../../sample/sampleAsk.ts';
import { listedOf } from '../listedOf.ts';
import { type Component, readCalendar } from './readCalendar.ts';

const now = Date.parse('2026-03-15T10:30:00Z');
const presenter = new Presenter({ locale: 'en-US', clock: new HandClock(now) });
const linkTo = (id: string) => `vscode://partner-referrals.partner-referrals/referral/${escaped(id)}`;

function calendar(jsons: readonly object[], named = true): Component {
	const rows = thatExpire(jsons.map(listedOf), now);
	return readCalendar([...calendarOf(rows, { named, linkTo, presenter })].join(''));
}

const fresh = {
	...{ id: '0d43414c-0001', status: 'New', substatus: 'Received', name: 'Field service, 2; for all' },
	...{ expirationDateTime: '2026-03-20T00:00:00.1234567Z', customerProfile: { name: 'Fabrikam' } },
};
const eventsOf = (jsons: readonly object[], named = true) => calendar(jsons, named).below;

describe('a calendar of expiry dates', () => {
	const [event] = eventsOf([fresh]);
	const has = (name: string, value: string) =>
		it(`has ${name}`, () => assert.deepEqual(event?.values.get(name), [value]));
	has('UID', '0d43414c-0001-expiry@partner-referrals');
	has('DTSTAMP', '20260315T103000Z');
	has('DTSTART', '20260319T233000Z');
	has('DTEND', '20260320T000000Z');
	has('SUMMARY', 'Field service, 2; for all expires');
	has('DESCRIPTION', `Fabrikam\nReferral\nNew › Received\n${linkTo('0d43414c-0001')}`);
	has('URL', linkTo('0d43414c-0001'));

	it('reminds a day before', () => {
		const [alarm] = event?.below ?? [];
		assert.equal(alarm?.name, 'VALARM');
		assert.deepEqual(alarm?.values.get('TRIGGER'), ['-P1D']);
	});

	it('says who made it, and is read without events', () => {
		const { name, values, below } = calendar([]);
		assert.deepEqual([name, values.get('VERSION'), below], ['VCALENDAR', ['2.0'], []]);
		assert.match(values.get('PRODID')?.join() ?? '', /Partner Referrals/);
	});

	it('names nobody where it is not to', () => {
		const [nameless] = eventsOf([fresh], false);
		assert.deepEqual(nameless?.values.get('SUMMARY'), ['Referral 0d43414c… expires']);
		assert.doesNotMatch(JSON.stringify([...(nameless?.values ?? [])]), /Fabrikam|Field service/);
	});

	it('has what can still be answered, the first to expire first', () => {
		const at = (id: string, expirationDateTime: string, status = 'New') => ({
			...fresh,
			id,
			expirationDateTime,
			status,
		});
		const events = eventsOf([
			at('later', '2026-03-28T00:00:00Z'),
			at('sooner', '2026-03-16T00:00:00Z'),
			at('over', '2026-03-15T10:00:00Z'),
			at('accepted', '2026-03-16T00:00:00Z', 'Active'),
			at('never', '0001-01-01T00:00:00Z'),
			at('beyond', '9999-12-31T23:59:59-12:00'),
		]);
		assert.deepEqual(
			events.map(({ values }) => values.get('UID')?.[0]?.split('-')[0]),
			['sooner', 'later'],
		);
	});

	it('has an event for each new referral of the sample', () => {
		const ids = tenant.referrals.flatMap((each) => {
			const { id, status, expirationDateTime } = { expirationDateTime: '', ...each };
			return status === 'New' && Date.parse(`${expirationDateTime}`) > now ? [id] : [];
		});
		assert.ok(ids.length > 100);
		const uids = eventsOf(tenant.referrals).flatMap(({ values }) => values.get('UID') ?? []);
		assert.deepEqual(uids.sort(), ids.map((id) => `${id}-expiry@partner-referrals`).sort());
	});

	for (const name of hostileNames)
		it(`is what it says whatever is called ${name}`, () => {
			const text = hostileValues[name];
			const [hostile, ...more] = eventsOf([
				{ ...fresh, id: text.slice(0, 300) || '1', name: text, substatus: text },
			]);
			assert.equal(more.length, 0);
			assert.equal(hostile?.below.length, 1);
			assert.equal(hostile.values.get('SUMMARY')?.length, 1);
		});

	it('is read as it was written, whatever is in it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, named) => {
				const [event, ...more] = eventsOf(
					[{ ...fresh, id: `1${text}`, name: text, customerProfile: { name: text } }],
					named,
				);
				assert.equal(more.length, 0);
				assert.deepEqual(event?.values.get('DTEND'), ['20260320T000000Z']);
			}),
			{ seed: 23 },
		);
	});

	it('folds and escapes so that nothing is lost', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
				const lines = `BEGIN:A\r\n${contentLine('SUMMARY', textValue(text))}END:A\r\n`;
				const plain = text.replace(/\r\n|[\r\u2028\u2029]/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
				assert.deepEqual(readCalendar(lines).values.get('SUMMARY'), [plain]);
			}),
			{ seed: 24 },
		);
	});
});
