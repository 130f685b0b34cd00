import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { endpointAt } from '../../../src/partner/endpoint.ts';
import { listUrl } from '../../../src/partner/listUrl.ts';
import { asCommand } from '../../../src/query/asCommand.ts';
import { odataFor } from '../../../src/query/odata/odata.ts';
import { Random } from '../../../src/sample/invent/random.ts';
import { TemporaryFolder } from '../../workbench/TemporaryFolder.ts';

const { collection } = endpointAt('https://api.partner.microsoft.com/v1.0/engagements');
const addressOf = (filter: string) => listUrl(collection, { filter, orderby: 'createdDateTime desc' });
const hostile = [
	"status eq 'New'",
	"name eq 'O''Brien (Contoso)!*'",
	"'; touch broken; '",
	'\u2019; Remove-Item x; \u2018 \u201a \u201b \u201c \u201d',
	'$(touch broken) `touch broken` $HOME $env:TOKEN @{a=1}',
	'"; touch broken; "',
	'%PATH% !PATH! ^ & | < > \\',
	'a\nb\r\nc\td',
	'[1-3] {a,b} ~ # ? = + ,',
	'\ud83d\ude00 \ud83d Å ß',
];

describe('copying a query as a command', () => {
	describe('as curl', () => {
		if (process.platform === 'win32') return;
		const folder = new TemporaryFolder('shell');
		before(() => {
			const stub = join(folder.path, 'curl');
			// Arguments can't hold a zero.
			writeFileSync(stub, `#!/bin/sh\nfor each in "$@"; do printf '%s\\0' "$each"; done\n`);
			chmodSync(stub, 0o755);
		});
		after(folder.remove);

		/** With what curl is called, by a real shell. */
		const argumentsOf = (script: string) =>
			execFileSync('sh', ['-eu', '-c', script], {
				cwd: folder.path,
				encoding: 'utf8',
				env: { PATH: `${folder.path}${delimiter}${process.env['PATH']}`, TOKEN: "o'n e$" },
			}).split('\0');

		for (const filter of hostile)
			it(`asks for the same: ${JSON.stringify(filter)}`, () => {
				const address = addressOf(filter);
				const [, accept, , authorization, asked = '', ...rest] = argumentsOf(asCommand.curl(address));
				assert.deepEqual(
					[accept, authorization],
					['Accept: application/json', "Authorization: Bearer o'n e$"],
				);
				assert.deepEqual(rest, ['']);
				assertSame(asked, address);
			});

		it('the same of anything', () => {
			const random = new Random(8);
			for (let round = 0; round < 15; round++) {
				const addresses = Array.from({ length: 40 }, () => addressOf(odd(random)));
				const asked = argumentsOf(addresses.map(asCommand.curl).join('\n'));
				for (const [index, address] of addresses.entries()) assertSame(asked[index * 5 + 4] ?? '', address);
				assert.equal(asked.length, addresses.length * 5 + 1);
			}
		});
	});

	it('as curl has nothing that any shell finds in quotes, or curl in an address', () => {
		for (const filter of hostile)
			assert.match(
				asCommand.curl(addressOf(filter)),
				/^curl --header 'Accept: application\/json' --header "Authorization: Bearer \$TOKEN" '[\w$%&=?:/.~@+,-]+'$/,
			);
	});

	it('for PowerShell is one command, with texts that only their ends end', () => {
		const random = new Random(9);
		const filters = [...hostile, ...Array.from({ length: 500 }, () => odd(random))];
		for (const filter of filters) {
			const command = asCommand.powerShell(addressOf(filter));
			const [before = '', asked = '', after] = command.split("-Uri '");
			assert.equal(after, undefined);
			assert.equal(
				before + asked.slice(-1),
				`Invoke-RestMethod -Headers @{ Accept = 'application/json'; Authorization = "Bearer $env:TOKEN" } '`,
			);
			// PowerShell takes typographic quotes for straight ones.
			assert.doesNotMatch(asked.slice(0, -1), /['\u2018-\u201f\s`"]/);
			assertSame(asked.slice(0, -1), addressOf(filter));
		}
	});

	it('leaves no quote of an endpoint’s path', () => {
		const odd = endpointAt("https://contoso.example/o'brien/(x)!;a").collection;
		assert.match(asCommand.curl(odd), /'https:\/\/contoso\.example\/o%27brien\/%28x%29%21%3Ba\/referrals'$/);
		assert.match(asCommand.powerShell(odd), / -Uri 'https:\/\/contoso\.example\/o%27brien\/[^']*'$/);
	});

	it('is of a whole query', () => {
		const options = odataFor({ sort: 'newest', country: 'US', advanced: "name eq 'O''Brien'" }, {}, 0);
		assertSame(
			asCommand.curl(listUrl(collection, options)).split("'").at(-2) ?? '',
			listUrl(collection, options),
		);
	});
});

function odd(random: Random): string {
	const letters = [
		"'",
		'"',
		'`',
		'$',
		'(',
		')',
		'!',
		'*',
		'\\',
		'\n',
		' ',
		'{',
		'}',
		'%',
		'&',
		';',
		'\u2019',
		'a',
		'\u0000',
		'\ud800',
	] as const;
	return Array.from({ length: random.whole(1, 30) }, () => random.pick(letters)).join('');
}

/** To a service, two addresses are the same when their options are. */
function assertSame(one: string, other: string): void {
	assert.match(one, /\?\$filter=/);
	assert.deepEqual([...new URL(one).searchParams], [...new URL(other).searchParams]);
	assert.equal(new URL(one).pathname, new URL(other).pathname);
}
