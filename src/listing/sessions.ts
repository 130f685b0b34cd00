import { asPartnerError, PartnerError } from '../partner/error.ts';
import type { Mask } from '../referral/mask/mask.ts';
import { type MaskSource, unmasked, WornMask } from '../referral/mask/worn.ts';
import { Emitter } from './emitter.ts';
import type { Connection, Session } from './session.ts';

/** Connects without asking the user anything; undefined when nobody is signed in. */
export type Connect = () => Promise<Connection | undefined>;

/** `closed` until somebody looks; then what looking found. */
export type SessionState = 'closed' | 'signedOut' | 'failed' | Connection['source'];

interface Found {
	readonly state: SessionState;
	readonly session?: Session;
	readonly failure?: PartnerError;
}

const closed: Found = { state: 'closed' };

/** Knows which session is the current one: at most one at a time, begun when somebody looks. */
export class Sessions {
	readonly #connect: Connect;
	readonly #mask: MaskSource;
	/** What is masked while there is no session, such as what somebody types. */
	readonly #spare: WornMask;
	readonly #changes = new Emitter<void>();
	#opening: Promise<Found> | undefined;
	#found = closed;
	#disposed = false;

	readonly onDidChange = this.#changes.event;

	/** @param mask says whether what is shown is masked */
	constructor(connect: Connect, mask: MaskSource = unmasked) {
		this.#connect = connect;
		this.#mask = mask;
		this.#spare = new WornMask(mask);
	}

	get state(): SessionState {
		return this.#found.state;
	}

	/** Why there is no session, while the state is `failed`. */
	get failure(): PartnerError | undefined {
		return this.#found.failure;
	}

	/** Resolves once it is known whether to mask what is shown. */
	get ready(): Promise<unknown> {
		return this.#mask.ready;
	}

	/** The mask of what is shown now; undefined while nothing is masked. */
	get mask(): Mask | undefined {
		return (this.current?.masking ?? this.#spare).mask;
	}

	get current(): Session | undefined {
		return this.#found.session;
	}

	/** Connects if nobody did yet; requests no referrals, asks the user nothing and never rejects. */
	async open(): Promise<Session | undefined> {
		while (!this.#disposed) {
			this.#opening ??= this.#look();
			const opening = this.#opening;
			const found = await opening;
			// What was looked for has changed meanwhile, and so must what is found.
			if (opening !== this.#opening) continue;
			if (found !== this.#found) this.#adopt(found);
			return this.current;
		}
		return undefined;
	}

	/** The same for what cannot do without: rejects with the failure, or `signedOut`. */
	async opened(): Promise<Session> {
		const session = await this.open();
		if (!session) throw this.failure ?? new PartnerError('signedOut');
		return session;
	}

	/** Ends the current session, or the attempt at one; whoever still looks makes another one begin. */
	end(): void {
		void this.#opening?.then(({ session }) => session?.end());
		this.#opening = undefined;
		this.#adopt(closed);
	}

	dispose(): void {
		this.#disposed = true;
		this.#changes.dispose();
		this.end();
	}

	async #look(): Promise<Found> {
		try {
			const [connection, { Session }] = await Promise.all([
				this.#connect(),
				import('./session.ts'),
				this.ready,
			]);
			if (!connection) return { state: 'signedOut' };
			return { state: connection.source, session: new Session(connection, this.#mask) };
		} catch (error) {
			return { state: 'failed', failure: asPartnerError(error) };
		}
	}

	#adopt(found: Found): void {
		const before = this.#found;
		this.#found = found;
		before.session?.end();
		if (before !== found) this.#changes.fire();
	}
}
