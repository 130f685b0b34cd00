/**
 * Serves the sample tenant until interrupted: `node test/partner-api/main.ts [--port N]`, or with `--size N` a
 * simulated tenant of so many referrals; `--latency`, `--jitter`, `--mostPerSecond`, `--mostAtOnce` and `--retryAfter`
 * set its pace.
 * A line such as `status503 2` lets the next two requests fail so; `faults` lists the names.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { sampleTenant } from '../../src/sample/invent/tenant.ts';
import { sampleSend } from '../../src/sample/service/send.ts';
import { type FaultName, faults } from './faults.ts';
import { paced } from './paced.ts';
import { simulatedTenant } from './simulatedTenant.ts';
import { startPartnerApi } from './startPartnerApi.ts';

const number = { type: 'string' } as const;
const pace = {
	latency: number,
	jitter: number,
	mostPerSecond: number,
	mostAtOnce: number,
	retryAfter: number,
};
const { values } = parseArgs({ options: { port: number, size: number, ...pace } });
const {
	port = 0,
	size,
	...given
} = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
const send = size === undefined ? sampleSend(sampleTenant(new Date())) : simulatedTenant(size);
const api = await startPartnerApi({ port, send: paced(send, given) });
// To whoever started it as a process of its own, with whom it ends.
process.on('disconnect', () => process.exit());
process.send?.({ endpoint: api.endpoint, token: api.token });
console.log(`endpoint  ${api.endpoint}\ntoken     ${api.token}`);

createInterface({ input: process.stdin }).on('line', (line) => {
	const [name = '', times = '1'] = line.trim().split(/\s+/);
	if (name === 'requests') {
		console.table(api.requests.map(({ method, url, status, fault }) => ({ method, url, status, fault })));
	} else if (isFault(name)) {
		api.failNext(name, { times: Number(times) });
	} else {
		console.log(`requests\n${Object.keys(faults).join('\n')}`);
	}
});

function isFault(name: string): name is FaultName {
	return Object.hasOwn(faults, name);
}
