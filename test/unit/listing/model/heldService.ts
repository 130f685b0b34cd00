import { PartnerError } from '../../../../src/partner/error.ts';
import { ReferralsClient } from '../../../../src/partner/referralsClient.ts';
import type { Ask, Reply, Send } from '../../../../src/partner/send.ts';
import type { Random } from '../../../../src/sample/invent/random.ts';
import { endpoint } from '../../partner/fakeSend.ts';
import { type Asked, type Row, readUrl, type SmallTenant } from './smallTenant.ts';

/** A request that waits for its answer. */
export class HeldAsk {
	readonly url: string;
	readonly signal: AbortSignal;
	readonly read: Asked;
	/** What the tenant had when it was asked. */
	readonly rows: readonly Row[];
	readonly #answer = Promise.withResolvers<Reply>();

	/** @param deaf whether it is answered also after it was aborted, which a network may do */
	constructor({ url, signal }: Ask, rows: readonly Row[], deaf: boolean) {
		this.url = url;
		this.signal = signal;
		this.rows = rows;
		this.read = readUrl(url);
		if (!deaf) signal.addEventListener('abort', () => this.#answer.reject(signal.reason), { once: true });
	}

	get reply(): Promise<Reply> {
		return this.#answer.promise;
	}

	/** In short, for whoever reads what was done. */
	toString(): string {
		const { read } = this;
		const what = 'id' in read ? read.id : Object.values(read.part).join('.');
		return this.signal.aborted ? `${what} too late` : what;
	}

	answer(answer: Reply | PartnerError): void {
		if (answer instanceof PartnerError) this.#answer.reject(answer);
		else this.#answer.resolve(answer);
	}
}

/** A service that answers only when it is told to. */
export class HeldService {
	readonly tenant: SmallTenant;
	readonly held: HeldAsk[] = [];
	readonly #random: Random;
	readonly #asked: (ask: HeldAsk) => void;

	/** @param asked hears of every request, as it comes */
	constructor(tenant: SmallTenant, random: Random, asked: (ask: HeldAsk) => void) {
		this.tenant = tenant;
		this.#random = random;
		this.#asked = asked;
	}

	readonly send: Send = (ask) => {
		const held = new HeldAsk(ask, this.tenant.rows, this.#random.percent(30));
		this.held.push(held);
		this.#asked(held);
		return held.reply;
	};

	get client(): ReferralsClient {
		return new ReferralsClient(this.send, endpoint);
	}

	/** Takes one out to be answered, whichever; undefined when nobody waits. */
	take(): HeldAsk | undefined {
		const [ask] = this.held.splice(this.#random.whole(0, this.held.length - 1), 1);
		return ask;
	}
}
