/**
 * Serves the sample tenant until interrupted: `node test/partner-api/main.ts [port]`.
 * A line such as `status503 2` lets the next two requests fail so; `faults` lists the names.
 */
import { createInterface } from 'node:readline';
import { type FaultName, faults } from './faults.ts';
import { startPartnerApi } from './startPartnerApi.ts';

const api = await startPartnerApi({ port: Number(process.argv[2] ?? 0) });
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
