import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type SpanName, spanCalled, spanNames, spanSince } from '../../../../src/export/digest/span.ts';

const now = Date.parse('2026-03-15T10:30:00Z');
const said = ({ from, to }: { from: number; to: number }) =>
	[from, to].map((instant) => new Date(instant).toISOString().replace(':00.000Z', ''));

describe('the time that a digest is of', () => {
	const is = (name: SpanName, from: string, to: string, start = 7) =>
		it(`${name}, where fiscal years begin in month ${start}`, () =>
			assert.deepEqual(said(spanCalled(name, now, start)), [from, to]));
	is('week', '2026-03-08T10:30', '2026-03-15T10:30');
	is('month', '2026-03-01T00:00', '2026-03-15T10:30');
	is('lastMonth', '2026-02-01T00:00', '2026-03-01T00:00');
	is('quarter', '2026-01-01T00:00', '2026-03-15T10:30');
	is('quarter', '2026-02-01T00:00', '2026-03-15T10:30', 2);
	is('quarter', '2026-03-01T00:00', '2026-03-15T10:30', 12);

	it('has the last month of another year', () => {
		const span = spanCalled('lastMonth', Date.parse('2026-01-31T23:59:59Z'), 7);
		assert.deepEqual(said(span), ['2025-12-01T00:00', '2026-01-01T00:00']);
	});

	const since = (text: string, from: string | undefined) =>
		it(`since “${text}”`, () => {
			const span = spanSince(text, now);
			assert.deepEqual(span && said(span), from && [from, '2026-03-15T10:30']);
		});
	since('2026-03-01', '2026-03-01T00:00');
	since(' 2026-03-01 ', '2026-03-01T00:00');
	since('10d', '2026-03-05T10:30');
	since('1m', '2026-02-15T10:30');
	since('2026-03-16', undefined);
	since('2026-02-30', undefined);
	since('yesterday', undefined);
	since('', undefined);

	it('begins before it ends, and has months that follow each other', () => {
		const instant = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2090-01-01') });
		fc.assert(
			fc.property(instant, fc.integer({ min: 1, max: 12 }), (at, start) => {
				for (const name of spanNames) {
					const { from, to } = spanCalled(name, at, start);
					assert.ok(from < to || (from === to && at === from), name);
				}
				assert.equal(spanCalled('lastMonth', at, start).to, spanCalled('month', at, start).from);
				const { from } = spanCalled('quarter', at, start);
				assert.equal((new Date(from).getUTCMonth() + 13 - start) % 3, 0);
			}),
			{ seed: 13 },
		);
	});
});
