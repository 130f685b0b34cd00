import { inspect } from 'node:util';
import { failureText } from '../../../src/editor/failureText.ts';
import { Explorer } from '../../../src/listing/explorer.ts';
import type { Listing } from '../../../src/listing/listing.ts';
import type { PartnerError } from '../../../src/partner/error.ts';
import { type OpenClient, openPartnerCenter } from '../../../src/partner/network/openPartnerCenter.ts';
import type { ReferralsClient } from '../../../src/partner/referralsClient.ts';
import type { Query } from '../../../src/query/query.ts';
import { type Group, groupsOf } from '../../../src/referral/group.ts';
import { HostileOrigin } from '../../partner-api/hostileOrigin.ts';
import type { PartnerApi } from '../../partner-api/partnerApi.ts';
import type { RecordedRequest } from '../../partner-api/recordedRequest.ts';
import { startPartnerApi } from '../../partner-api/startPartnerApi.ts';
import { tenant as sample } from '../sample/sampleAsk.ts';

/** Somebody whose mail address is asked for, and must not be told to the log. */
const teamEmail = 'somebody.secret@partner.example';

/** Two full pages and one row. */
const referrals = sample.referrals
	.filter(({ status, substatus }) => status === 'New' && substatus === 'Pending')
	.slice(0, 201)
	.map(({ details: _, links: __, consent: ___, target: ____, ...referral }) => ({
		...referral,
		team: [{ firstName: 'Somebody', lastName: 'Secret', email: teamEmail }],
	}));

const query: Query = { status: 'New', substatus: 'Pending', teamEmail, sort: 'newest' };

/** All that a request needs; whatever else it carried could tell something. */
const headersNeeded = [
	'host',
	'connection',
	'accept',
	'authorization',
	'client-request-id',
	'accept-encoding',
];

/** The whole client and the tree's model, a service that fails as told, and a record of what must not get out. */
export class FaultyService {
	readonly waits: number[] = [];
	/** Every failure that anybody was told of. */
	readonly failures: PartnerError[] = [];
	readonly #lines: string[] = [];
	readonly #hostile = new HostileOrigin();
	readonly #requests: RecordedRequest[] = [];
	#started: PartnerApi | undefined;
	#opened: OpenClient | undefined;
	#tokens = 0;

	get api(): PartnerApi {
		if (!this.#started) throw new Error('It is not started.');
		return this.#started;
	}

	async start(): Promise<void> {
		await this.#hostile.open();
		const elsewhere = this.#hostile.host;
		this.#started = await startPartnerApi({ tenant: { referrals }, elsewhere });
		this.signIn();
		this.#opened = this.#open();
	}

	async stop(): Promise<void> {
		await this.#opened?.close();
		await this.#started?.close();
		await this.#hostile.close();
	}

	get client(): ReferralsClient {
		if (!this.#opened) throw new Error('It is not started.');
		return this.#opened.client;
	}

	/** From now on, another token is given and asked for. */
	signIn(): void {
		this.#tokens += 1;
		this.api.token = `sesame-${this.#tokens}`;
	}

	/** What somebody sees who just signed in; the client remembers whatever it met before. */
	explore(): { explorer: Explorer; group: Group; listing: Listing } {
		this.settle();
		this.signIn();
		const explorer = new Explorer(this.client, query, () => {});
		const [group] = explorer.groups.flatMap(groupsOf);
		if (!group) throw new Error('The query has no group.');
		return { explorer, group, listing: explorer.listing(group) };
	}

	/** Puts the requests so far aside, and plays no fault any more. */
	settle(): void {
		this.#requests.push(...this.api.requests);
		this.api.forgetRequests();
		this.api.clearFaults();
	}

	#open(): OpenClient {
		return openPartnerCenter({
			endpoint: this.api.endpoint,
			token: async (refusal) => {
				if (refusal) this.signIn();
				return this.api.token;
			},
			log: (line) => this.#lines.push(line),
			wait: async (milliseconds, signal) => {
				signal.throwIfAborted();
				this.waits.push(milliseconds);
			},
			paused: () => {},
		});
	}

	/** Every place where a token is that doesn't belong there. */
	leaks(): string[] {
		const told = this.failures.flatMap((failure) => [
			...[failure.message, failure.stack ?? '', JSON.stringify(failure), inspect(failure)],
			...failureText(failure).facts,
		]);
		const sent = this.#requests.map(({ url, headers: { authorization: _, ...others } }) =>
			inspect({ url, others }),
		);
		const leaked = [...told, ...sent, ...this.#lines].filter((text) => text.includes('sesame'));
		return [...leaked, ...this.#hostile.received];
	}

	/** Lines of the log that tell something of a query or of a customer. */
	indiscretions(): string[] {
		const names = referrals.map(({ customerProfile }) => customerProfile['name']);
		const secrets = [...names, 'secret', 'skiptoken', '$filter', '?', 'eq ', '%20'];
		const words = secrets.filter((word) => typeof word === 'string').map((word) => word.toLowerCase());
		const log = this.#lines.join('\n').toLowerCase();
		return words.filter((word) => word && log.includes(word));
	}

	/** Requests that the client had no business to make. */
	trespasses(): RecordedRequest[] {
		return this.#requests.filter(
			({ method, kind, headers }) =>
				method !== 'GET' ||
				kind === 'other' ||
				Object.keys(headers).some((name) => !headersNeeded.includes(name)),
		);
	}

	/** Ids of requests that were given to more than one. */
	repeatedIds(): string[] {
		const ids = this.#requests.map(({ headers }) => headers['client-request-id'] ?? '');
		return ids.filter((id, index) => ids.indexOf(id) !== index);
	}
}
