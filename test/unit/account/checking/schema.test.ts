import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type SettingName, type WrittenSettings, wrongIn } from '../../../../src/account/checking/schema.ts';
import { settingTexts } from '../../../../src/editor/settingTexts.ts';
import { usualHeaders } from '../../../../src/export/table.ts';
import { Random } from '../../../../src/sample/invent/random.ts';

const manifest: {
	contributes: { configuration: { properties: Record<string, { default: unknown }> } };
} = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'));
const settings = Object.entries(manifest.contributes.configuration.properties).map(
	([name, { default: value }]): [string, unknown] => [name.replace('partnerReferrals.', ''), value],
);
const usual: WrittenSettings = {
	source: 'partnerCenter',
	endpoint: 'https://api.partner.microsoft.com/v1.0/engagements',
	clientId: '',
	tenantId: '',
	scopes: ['https://api.partner.microsoft.com/.default'],
	network: 'auto',
	queries: [],
	memoryCeiling: 512,
	fetchAhead: false,
	loadOnOpen: false,
	autoRefresh: false,
	dailyLook: false,
	rememberSeen: true,
	csvSeparator: 'comma',
	csvProtectDigits: false,
	expiringDays: 3,
	badge: 'expiring',
	attentionRules: {
		...{ expiring: true, unanswered: true, sidesDisagree: true, closeDatePassed: true, nothingSince: true },
		...{ untouched: true, noValue: true, noCloseDate: true, nobody: true },
	},
	untouchedDays: 30,
	acceptedDays: 45,
	fiscalYearStart: 7,
	presentationMode: false,
	presentationHidesValues: false,
	copyColumns: usualHeaders,
	portalAddress: 'https://partner.microsoft.com/dashboard/referrals/v2/leads',
	tabTitle: 'id',
};

describe('settings that are not what they have to be', () => {
	it('are none while nobody has set anything', () => {
		assert.deepEqual(Object.fromEntries(settings), usual);
		assert.deepEqual(wrongIn(usual), []);
	});

	const wrong = (name: SettingName, ...values: readonly unknown[]) => {
		for (const value of values)
			it(`${name}: ${JSON.stringify(value)?.slice(0, 60)}`, () =>
				assert.deepEqual(wrongIn({ ...usual, [name]: value }), [name]));
	};
	wrong('endpoint', 5, null, undefined, {}, ['https://partner.example'], 'x'.repeat(2001));
	wrong('clientId', null, 5, 'a b', 'x'.repeat(101), 'https://partner.example', ' '.repeat(3000));
	wrong('tenantId', null, true, ['contoso'], 'a;b');
	wrong('scopes', 5, null, {}, [5], ['a', null], [['a']], 'x'.repeat(2001), new Array(51).fill('a'));
	wrong('source', null, 5, 'Sample', 'constructor');
	wrong('network', null, 'fetch', 5);
	wrong('queries', null, {}, 'New', 5);
	wrong('memoryCeiling', 'lots', null, 0, -1, Number.NaN, '512', [512]);
	wrong('fetchAhead', 'true', null, 1);
	wrong('loadOnOpen', 'yes', null, 1);
	wrong('autoRefresh', 'on', null, 1);
	wrong('dailyLook', 'true', 1, null);
	wrong('rememberSeen', 'false', null, 0);
	wrong('csvSeparator', ';', null, 'Comma', 'toString');
	wrong('csvProtectDigits', 'yes', null, 1);
	wrong('portalAddress', 5, null, ['https://partner.example']);
	wrong('tabTitle', 'Deal', null, 5);
	wrong('expiringDays', -1, 61, '3', null);
	wrong('badge', 'all', null, true);
	wrong('attentionRules', [], null, 'expiring', { expiring: 1 });
	wrong('untouchedDays', 0, 3651, '30', null);
	wrong('acceptedDays', 0, 3651, '45', null);
	wrong('fiscalYearStart', 0, 13, 'July', null);
	wrong('presentationMode', 'on', 1, null);
	wrong('presentationHidesValues', 'yes', 0, null);
	wrong('copyColumns', 'Deal Name', null, [1], {});

	const right = (name: SettingName, ...values: readonly unknown[]) => {
		for (const value of values)
			it(`are not ${name}: ${JSON.stringify(value)}`, () =>
				assert.deepEqual(wrongIn({ ...usual, [name]: value }), []));
	};
	right('endpoint', ' http://127.0.0.1:8080/x ', '');
	right('clientId', '65edc0b5-3485-41b7-a17e-dfa9ef4706e2', ' 65edc0b5-3485-41b7-a17e-dfa9ef4706e2 ');
	right('tenantId', 'contoso.example');
	right('scopes', [], 'https://api.partner.microsoft.com/.default', 'a b', ['a', ' b ']);
	right('memoryCeiling', 1, 512.5, 100_000);
	right('queries', [5, null, { name: 'x' }]);

	it('are told by name, each in one sentence; the endpoint has one of its own', () => {
		const names = settings.map(([name]) => name).filter((name) => name !== 'endpoint');
		assert.deepEqual([...settingTexts.keys()].sort(), names.sort());
		for (const [name, text] of settingTexts)
			assert.match(text(), new RegExp(`^The setting "${name}" must be [^.]*\\.$`));
	});

	it('are found among whatever else is wrong', () => {
		const random = new Random(11);
		const values = [null, 5, -1, '', 'x', 'sample', true, [], ['a'], [1], {}, { toString: 'x' }] as const;
		const names = Object.keys(usual);
		for (let round = 0; round < 3000; round++) {
			const written = { ...usual, ...Object.fromEntries(names.map((name) => [name, random.pick(values)])) };
			const alone = names.filter(
				(name) =>
					wrongIn({ ...usual, [name]: Object.entries(written).find(([each]) => each === name)?.[1] }).length >
					0,
			);
			assert.deepEqual([...wrongIn(written)].sort(), alone.sort());
		}
	});
});
