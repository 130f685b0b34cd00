import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PartnerApi } from '../../../partner-api/partnerApi.ts';
import { privateAuthority } from '../../../partner-api/privateAuthority.ts';
import { startPartnerApi } from '../../../partner-api/startPartnerApi.ts';
import { tenant } from '../../sample/sampleAsk.ts';

const run = promisify(execFile);
const child = fileURLToPath(new URL('trustingProcess.ts', import.meta.url));

describe('a service with a certificate of a private authority', function () {
	this.timeout(30_000);
	const file = join(tmpdir(), `authority-${process.pid}.pem`);
	let service: PartnerApi;

	before(async () => {
		const authority = await privateAuthority();
		writeFileSync(file, authority.certificate);
		service = await startPartnerApi({ tenant, identity: await authority.issue('127.0.0.1') });
	});
	after(async () => {
		rmSync(file);
		await service.close();
	});

	interface Trust {
		readonly env?: NodeJS.ProcessEnv;
		readonly transport?: 'undici' | 'editor';
		readonly systemCertificates?: boolean;
		readonly flags?: readonly string[];
	}
	// The service answers 401, as no token was given: so it was reached.
	const finds = (name: string, expected: '401' | 'untrusted', trust: () => Trust) =>
		it(name, async () => {
			const { env, transport = 'undici', systemCertificates = true, flags = [] } = trust();
			const args = [...flags, child, service.endpoint, transport, String(systemCertificates)];
			const { stdout } = await run(process.execPath, args, {
				env: { ...process.env, NODE_USE_ENV_PROXY: '', NO_PROXY: '*', ...env },
			});
			assert.equal(stdout.trim(), expected);
		});

	finds('is not trusted', 'untrusted', () => ({}));
	finds("is not trusted by the editor's fetch either", 'untrusted', () => ({ transport: 'editor' }));
	for (const transport of ['undici', 'editor'] as const)
		finds(`is not trusted by ${transport} where all checks are switched off`, 'untrusted', () => ({
			env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
			transport,
		}));
	finds('is trusted when NODE_EXTRA_CA_CERTS names it', '401', () => ({
		env: { NODE_EXTRA_CA_CERTS: file },
	}));
	finds('is trusted so without the system, too', '401', () => ({
		env: { NODE_EXTRA_CA_CERTS: file },
		systemCertificates: false,
	}));
	finds('is trusted so by fetch, too', '401', () => ({
		env: { NODE_EXTRA_CA_CERTS: file },
		transport: 'editor',
	}));
	if (process.platform === 'linux') {
		finds('is trusted when the system trusts it', '401', () => ({ env: { SSL_CERT_FILE: file } }));
		finds('is not trusted so when http.systemCertificates is off', 'untrusted', () => ({
			env: { SSL_CERT_FILE: file },
			systemCertificates: false,
		}));
	}
});
