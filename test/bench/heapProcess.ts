// Run by `heap.ts`, in a process of its own: prints how many megabytes 100,000 referrals hold, `loaded` or `parsed`.
import process from 'node:process';
import { endpointAt } from '../../src/partner/endpoint.ts';
import { ReferralsClient } from '../../src/partner/referralsClient.ts';
import type { Send } from '../../src/partner/send.ts';
import { simulatedTenant } from '../partner-api/simulatedTenant.ts';
import { loaded } from './loaded.ts';
import { memoryAtRest } from './memoryAtRest.ts';

const endpoint = endpointAt('https://api.partner.microsoft.com/v1.0/engagements');
const tenant = simulatedTenant(100_000);
const parsed: unknown[] = [];
const parsing: Send = async (ask) => {
	const reply = await tenant(ask);
	parsed.push(JSON.parse(new TextDecoder().decode(reply.body)));
	return reply;
};

const kept = process.argv[2] === 'loaded';
const before = await memoryAtRest();
let held: unknown = await loaded(new ReferralsClient(kept ? tenant : parsing, endpoint));
if (!kept) held = parsed;
const after100k = await memoryAtRest();
console.log((after100k - before).toFixed(1));
if (!held) throw new Error('It was to be held until here.');
