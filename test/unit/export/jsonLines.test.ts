import assert from 'node:assert/strict';
import { jsonLinesExport } from '../../../src/export/jsonLines.ts';
import { everyField } from '../../partner-api/everyField.ts';
import {
	hostileNames,
	hostileReferral,
	hostileShapes,
	longNames,
} from '../../partner-api/hostileReferrals.ts';
import { tenant } from '../sample/sampleAsk.ts';
import { exportedText } from './exportedText.ts';

describe('an export as JSON Lines', () => {
	const reads = (name: string, jsons: readonly unknown[]) =>
		it(`has ${name} as it came`, () => assert.deepEqual(read(jsons), sent(jsons)));

	reads('every field', [everyField]);
	reads('the sample', tenant.referrals);
	reads('what is no referral', [null, 7, 'text', [], {}, everyField]);
	reads(
		'what strangers write',
		hostileNames.filter((name) => !isLong(name)).map((name) => hostileReferral(name)),
	);
	for (const [name, shape] of Object.entries(hostileShapes)) reads(name, [{ id: '1', ...shape() }]);

	it('of nothing is empty', () => assert.equal(exportedText([], jsonLinesExport()), ''));

	it('escapes what ends a line elsewhere, and what hides', () => {
		const text = exportedText([{ id: '1', name: 'a\u2028b\u202ec\u0085' }], jsonLinesExport());
		assert.equal(text, '{"id":"1","name":"a\\u2028b\\u202ec\\u0085"}\n');
	});

	it('prunes what is too deep to be written', () => {
		const deep = JSON.parse(`${'['.repeat(50_000)}1${']'.repeat(50_000)}`);
		assert.match(exportedText([{ id: '1', deep }], jsonLinesExport()), /^\{"id":"1","deep":\[+"…"\]+\}\n$/);
	});
});

function isLong(name: string): boolean {
	return longNames.some((long) => long === name);
}

function read(jsons: readonly unknown[]): readonly unknown[] {
	const lines = exportedText(jsons, jsonLinesExport()).split('\n');
	assert.equal(lines.pop(), '');
	return lines.map((line) => JSON.parse(line));
}

function sent(jsons: readonly unknown[]): readonly unknown[] {
	return JSON.parse(JSON.stringify(jsons));
}
