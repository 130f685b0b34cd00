import { inspect } from 'node:util';
import { failureText } from '../../../src/editor/failureText.ts';
import type { ListedReferral } from '../../../src/listing/arranging/listed.ts';
import type { Exploration } from '../../../src/listing/exploration.ts';
import type { Feed } from '../../../src/listing/feed.ts';
import type { PartnerError } from '../../../src/partner/error.ts';
import { type OpenClient, openPartnerCenter } from '../../../src/partner/network/openPartnerCenter.ts';
import type { ReferralsClient } from '../../../src/partner/referralsClient.ts';
import type { Query } from '../../../src/query/query.ts';
import type { Row } from '../../../src/tree/row/row.ts';
import { rowsIn } from '../../../src/tree/rows.ts';
import { exploring } from '../../partner-api/exploring.ts';
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

/** What somebody sees of the one group that is asked for. */
export interface Explored {
	readonly exploration: Exploration;
	readonly feed: Feed;
	/** The referrals that are shown. */
	readonly rows: readonly ListedReferral[];
	/** All rows of the tree, the last one included. */
	readonly shown: readonly Row[];
}

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
	#now = Date.now();

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

	/** So much time goes by that the service bears to be asked again. */
	rest(): void {
		this.#now += 100 * 365 * 24 * 3_600_000;
	}

	/** What somebody sees who just signed in; the client remembers whatever it met before. */
	explore(): Explored {
		this.settle();
		this.signIn();
		const exploration = exploring(this.client, query);
		const key = 'New/Pending';
		const feed = exploration.feed(key);
		if (!feed) throw new Error('The query has no such group.');
		return {
			exploration,
			feed,
			get rows() {
				return exploration.arrangement.get(key)?.rows ?? [];
			},
			get shown() {
				return rowsIn(exploration, key);
			},
		};
	}

	/** Puts the requests so far aside, and plays no fault any more. */
	settle(): void {
		this.rest();
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
				this.#now += milliseconds;
			},
			now: () => this.#now,
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
