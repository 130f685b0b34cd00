import type { Identity } from '../listing/session.ts';
import { PartnerError } from '../partner/error.ts';
import type { TokenSource } from '../partner/sending/authorized.ts';
import { claimsIn } from './claims.ts';
import type { EditorSession, TokenRequest } from './editorAccounts.ts';
import { Fresh, freshFor } from './fresh.ts';
import type { Ground } from './ground.ts';
import { askEditor, type EditorAnswer, type Holder, holderAfter } from './holder.ts';
import { LastSignIn } from './lastSignIn.ts';
import { isOut, signedOutBetween } from './memory/turns.ts';
import { expecting, type Period, wantFactor } from './period.ts';
import { Rounds } from './rounds.ts';
import { signInFailure } from './signInFailure.ts';
import type { SignInWishes } from './signInWishes.ts';

/** Owns who is signed in: whom it gave out, and what the editor, other windows and the settings make of that. */
export class SignedIn {
	readonly #ground: Ground;
	readonly last: LastSignIn;
	/** Undefined while nobody has asked, or since whoever asked was told of a change. */
	#period: Period | undefined;
	readonly #fresh = new Fresh();
	#signingIn: Promise<boolean> | undefined;
	/** The turn at which the user last wished to be signed in. */
	#wishedAt = 0;
	/** While the user is asked, the editor is in between: it's looked afterwards. */
	readonly #looking = new Rounds(
		() => this.#lookOnce(),
		() => this.#signingIn !== undefined,
	);
	/** How often there was a sign of a change: what was asked before it may be old when it's answered. */
	#heard = 0;
	#cancelLater: (() => void) | undefined;
	#ended = false;

	constructor(ground: Ground) {
		this.#ground = ground;
		this.last = new LastSignIn(ground);
	}

	/**
	 * Who is signed in, if there is a token for them; asks the user nothing.
	 * @throws {PartnerError} `signInFailed`
	 */
	async current(): Promise<Identity | undefined> {
		const heard = this.#heard;
		let found = await this.#findOut();
		while (found === 'stale') found = await this.#findOut();
		// What was told while it was asked may be newer than the answer.
		if (heard !== this.#heard) void this.look();
		return found;
	}

	/**
	 * Tokens of one account, for as long as it is the one that was given out, under the settings of now. They reject with
	 * `signedOut` once it isn't, and when there is no token; else with `signInFailed`.
	 */
	tokenFor(identity: Identity): TokenSource {
		const { scopes } = this.#ground.settings();
		// Not compared yet: nobody must hear of a change before there is what it ends.
		const period = this.#period;
		return async (refusal) => {
			if (!period || period.identity?.id !== identity.id) throw new PartnerError('signedOut');
			if (refusal) this.#fresh.drop();
			const claims = claimsIn(refusal?.challenge);
			const token = await this.#token(period, identity, { scopes, claims });
			period.given = token;
			if (refusal) period.suspect = token;
			return token;
		};
	}

	/** The service wants a second factor of this user. @returns whether they have signed in anew for one */
	factorWanted(identity: Identity): boolean {
		return wantFactor(this.#period, identity);
	}

	/**
	 * Signs in with the editor's dialogs, on the user's own action only. While one is open, there is no second.
	 * @returns whether the user is signed in by it; declining is no error
	 * @throws {PartnerError} `signInFailed`
	 */
	signIn(wishes: SignInWishes = {}): Promise<boolean> {
		this.compare();
		this.#wishedAt = this.#ground.turns.now;
		this.#signingIn ??= this.#signIn(wishes).finally(() => {
			this.#signingIn = undefined;
			void this.#looking.goOn();
		});
		return this.#signingIn;
	}

	/** Forgets the user until the next sign-in, in all windows; the editor's own session stays for other extensions. */
	async signOut(): Promise<void> {
		const { turns, settings, changed } = this.#ground;
		const before = this.#period;
		const written = turns.take('out');
		this.#end();
		if (before && !before.identity) this.#giveOut(undefined, undefined, before.key);
		else if (settings().concerned) changed();
		await written;
	}

	/** Finds out whether somebody else is signed in than was given out, and tells if so. Never rejects. */
	look(): Promise<void> {
		this.#heard++;
		return this.#looking.run();
	}

	/** Ends what another window or the settings have ended meanwhile, and tells of the former. @returns what goes on */
	compare(): Period | undefined {
		const { settings, turns, changed } = this.#ground;
		const period = this.#period;
		if (!period && this.#fresh.isEmpty) return undefined;
		const { key, concerned } = settings();
		this.#fresh.holdTo(key, turns.now);
		if (!period || (period.turn === turns.now && period.key === key && concerned)) return period;
		this.#period = undefined;
		// Whoever follows the settings ends by itself what was opened under others.
		if (period.key !== key || !concerned) return undefined;
		if (period.identity) changed();
		else this.#lookAsNobody(key);
		return this.#period;
	}

	dispose(): void {
		this.#ended = true;
		this.#end();
		this.#cancelLater?.();
	}

	async #findOut(): Promise<Identity | 'stale' | undefined> {
		const { turns, settings } = this.#ground;
		const { key, scopes, concerned } = settings();
		const before = this.compare();
		const turn = turns.now;
		const answer = await this.#answer({ scopes }, before?.identity);
		if (this.#ended) return undefined;
		const now = settings();
		const isStale = key !== now.key || concerned !== now.concerned || turn !== turns.now;
		if (this.compare() !== before || isStale) return 'stale';
		const { identity, available } = holderAfter(before?.identity, answer);
		if (before && !available) before.isAway = true;
		if (concerned) this.#giveOut(before, identity, key);
		return available ? identity : undefined;
	}

	#end(): void {
		this.#period = undefined;
		this.#fresh.drop();
	}

	#giveOut(before: Period | undefined, identity: Identity | undefined, key: string): void {
		if (before && before.identity?.id === identity?.id) return;
		this.#period = { identity, key, turn: this.#ground.turns.now };
		if (before) this.#ground.changed();
	}

	#lookAsNobody(key: string): void {
		const turn = this.#ground.turns.now;
		this.#period = { identity: undefined, key, turn };
		if (!isOut(turn)) void this.look();
	}

	async #answer(request: TokenRequest, signedIn: Identity | undefined): Promise<EditorAnswer> {
		const { accounts, turns, now } = this.#ground;
		if (isOut(turns.now)) return { preferred: undefined, own: 'gone' };
		const fresh = this.#fresh.of(now());
		if (fresh) this.#lookLater();
		if (fresh) return { preferred: fresh.account, own: 'there' };
		return askEditor(accounts, request, signedIn).catch(fail);
	}

	async #token(period: Period, identity: Identity, request: TokenRequest): Promise<string> {
		const { accounts, now } = this.#ground;
		const goesOn = () => this.compare() === period;
		if (!goesOn()) throw new PartnerError('signedOut');
		const session =
			this.#fresh.of(now(), identity) ?? (await accounts.session(request, identity).catch(fail));
		if (!goesOn()) throw new PartnerError('signedOut');
		if (session?.account.id === identity.id) return session.accessToken;
		if (!request.claims) await this.look();
		throw new PartnerError('signedOut');
	}

	async #signIn({ challenge, chooseAccount = false }: SignInWishes): Promise<boolean> {
		const { accounts, settings, turns } = this.#ground;
		const { scopes, key } = settings();
		const claims = claimsIn(challenge);
		const choose = chooseAccount || isOut(turns.now);
		const asking = choose ? { choose } : expecting(this.#period, claims);
		try {
			const session = await accounts.ask({ scopes, claims }, asking);
			// Whoever signed out while the question was open is signed out.
			if (!session || this.#ended || signedOutBetween(this.#wishedAt, turns.now)) return false;
			await this.#adopt(session, key, asking.anew);
			return true;
		} catch (error) {
			return this.last.ended(error, key);
		}
	}

	async #adopt(session: EditorSession, key: string, anew = false): Promise<void> {
		const { settings, turns, changed, renewed, now } = this.#ground;
		const before = this.compare();
		this.#heard++;
		this.last.wentWell();
		const written = turns.take('in');
		const { key: keyNow, concerned } = settings();
		const isSame = before?.identity?.id === session.account.id;
		if (key === keyNow) this.#fresh.keep(session, key, turns.now, now());
		if (!isSame) this.#period = undefined;
		else if (before) before.isAway = false;
		if (concerned && key === keyNow && !isSame) this.#giveOut(undefined, session.account, key);
		if (this.#period) Object.assign(this.#period, { lacksFactor: false, isAnew: anew });
		if (concerned) (isSame ? renewed : changed)();
		await written;
	}

	async #lookOnce(): Promise<void> {
		const { accounts, settings, now } = this.#ground;
		const before = this.compare();
		if (!before || isOut(before.turn)) return;
		const answer = await askEditor(accounts, settings(), before.identity);
		if (this.#signingIn) void this.look();
		if (this.#signingIn || this.compare() !== before) return;
		if (answer.own !== 'there' && this.#fresh.of(now())) return this.#lookLater();
		this.#settle(before, holderAfter(before.identity, answer));
	}

	#settle(before: Period, { identity, available }: Holder): void {
		const { changed, renewed } = this.#ground;
		const isSame = identity?.id === before.identity?.id;
		const isBack = isSame && available && before.isAway;
		if (!isSame) this.#end();
		if (isSame) before.isAway = !available;
		if (!isSame) changed();
		else if (isBack) renewed();
	}

	#lookLater(): void {
		this.#cancelLater?.();
		this.#cancelLater = this.#ground.after(freshFor, () => void this.look());
	}
}

function fail(error: unknown): never {
	throw signInFailure(error);
}
