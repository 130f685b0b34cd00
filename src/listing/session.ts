import type { Dialect } from '../partner/dialect.ts';
import { PartnerError } from '../partner/error.ts';
import type { ReferralsClient } from '../partner/referralsClient.ts';
import { SessionEnded } from '../partner/sessionEnded.ts';
import { mailOfAccount } from '../query/mail.ts';
import type { Query } from '../query/query.ts';
import { categoryOf } from '../referral/category.ts';
import { type MaskSource, WornMask } from '../referral/mask/worn.ts';
import type { Arranging } from './arranging/arranging.ts';
import type { ListedReferral } from './arranging/listed.ts';
import { Exploration } from './exploration.ts';
import { ReferralStore } from './store.ts';

/** Who is signed in. */
export interface Identity {
	/** The same for the same account, in every window and after every sign-in. */
	readonly id: string;
	/** What people call the account, such as its mail address. */
	readonly label: string;
}

/** A way to somebody's referrals, which whoever asked for it closes. */
export interface Connection {
	readonly source: 'sample' | 'partnerCenter';
	/** Whose referrals they are; on the sample, an invented colleague's. */
	readonly account?: Identity;
	/** The address of the service, which is none for the sample. */
	readonly endpoint?: string;
	readonly client: ReferralsClient;
	close(): Promise<void>;
}

/**
 * One account, or the sample, at one endpoint, with all that has come of it. Its signal ends with it, and whatever was
 * asked before and is answered after that reaches nobody.
 */
export class Session {
	readonly source: Connection['source'];
	readonly account: Identity | undefined;
	readonly endpoint: string | undefined;
	/** Whether what is known here is shown masked, and by which names. */
	readonly masking: WornMask;
	readonly store: ReferralStore;
	readonly #connection: Connection;
	readonly #end = new AbortController();
	#dialect: Dialect = new Map();
	#mail: string | undefined;

	/** @param mask says whether to mask */
	constructor(connection: Connection, mask?: Pick<MaskSource, 'make'>) {
		this.masking = new WornMask(mask);
		this.store = new ReferralStore(this.masking);
		this.#connection = connection;
		this.source = connection.source;
		this.account = connection.account;
		this.endpoint = connection.endpoint;
	}

	get signal(): AbortSignal {
		return this.#end.signal;
	}

	get client(): ReferralsClient {
		return this.#connection.client;
	}

	/** The mail address by which the user stands in the teams of referrals; undefined until it is known. */
	get mail(): string | undefined {
		return this.#mail ?? mailOfAccount(this.account?.label ?? '');
	}

	/** The user has said what it is, which the account doesn't tell. */
	callsItself(mail: string): void {
		this.#mail = mail;
	}

	/**
	 * Asks the service for all that it knows of one referral; rejects with a `PartnerError`, the signal's reason, or
	 * `SessionEnded`. Takes it out of everything when the service itself says that it is no more.
	 */
	async byId(id: string, signal: AbortSignal): Promise<ListedReferral> {
		try {
			const received = await this.client.byId(id, AbortSignal.any([signal, this.signal]));
			this.signal.throwIfAborted();
			if (received.referral.id.toLowerCase() !== id.toLowerCase()) throw new PartnerError('wrongShape');
			this.store.put([received], { whole: true });
		} catch (error) {
			this.signal.throwIfAborted();
			if (isNoMore(error) && this.#servesById(id)) this.store.drop(id);
			throw error;
		}
		return this.store.get(id) ?? this.#otherwiseWritten(id);
	}

	/** What the service was found to understand; nothing of what was never tried. */
	get dialect(): Dialect {
		return this.#dialect;
	}

	learn(dialect: Dialect): void {
		this.#dialect = dialect;
	}

	/** What a query finds here; nothing is requested yet. @param now milliseconds since 1970 */
	explore(query: Query, now: () => number, arranging?: () => Arranging | undefined): Exploration {
		return new Exploration(this, query, now, arranging);
	}

	/** Ends it: tells everybody who works for it, and forgets everything. */
	end(): void {
		if (this.signal.aborted) return;
		this.#end.abort(new SessionEnded());
		this.store.dispose();
		this.masking.forget();
		this.#connection.close().catch(() => {});
	}

	/** Leads of the marketplace are listed, but not served by id. */
	#servesById(id: string): boolean {
		const known = this.store.get(id);
		return known !== undefined && categoryOf(known.sent.referral) !== 'marketplaceLead';
	}

	#otherwiseWritten(id: string): ListedReferral {
		for (const state of this.store.all()) if (state.id.toLowerCase() === id.toLowerCase()) return state;
		throw new PartnerError('gone');
	}
}

/** A gateway answers 404 to whatever it doesn't know, so that only the service's own word counts. */
function isNoMore(error: unknown): boolean {
	return (
		error instanceof PartnerError &&
		error.kind === 'gone' &&
		error.facts.code?.toLowerCase() === 'itemnotfound'
	);
}
