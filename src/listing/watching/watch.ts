import { asPartnerError, type FailureKind, type PartnerError } from '../../partner/error.ts';
import { unlessAborted } from '../../partner/unlessAborted.ts';
import type { Alarm } from '../../referral/clock.ts';
import type { Browsing } from '../browsing.ts';
import { Emitter, type Subscription } from '../emitter.ts';
import type { Exploration } from '../exploration.ts';
import type { Reading } from '../refreshing.ts';
import { Changes, type Findings } from './changes.ts';
import { type Freshness, unlooked } from './freshness.ts';
import { Pace } from './pace.ts';
import type { World } from './world.ts';

/** After so many failures in a row, nobody looks any more until somebody wants it. */
const mostFailures = 3;
/** Where nothing but the user helps, the first one is enough. */
const hopeless: readonly FailureKind[] = ['signedOut', 'challenged', 'mfaNeeded', 'mfaMissing', 'forbidden'];
/** How long nothing may have been touched before rows move, in milliseconds. */
const stillness = 2000;
/** An alarm that is so late, in milliseconds, comes from a machine that has slept, whose network is only waking. */
const late = 60_000;

/**
 * Looks from time to time whether anything has changed, and shows it: only while somebody may be looking, nothing loads and the
 * service doesn't ask for a pause. People go first: whoever refreshes ends a look.
 */
export class Watch {
	readonly #browsing: Browsing;
	readonly #world: World;
	readonly #pace: Pace;
	readonly #changes = new Emitter<void>();
	readonly #subscriptions: readonly Subscription[];
	#exploration: Exploration | undefined;
	#reading: Subscription | undefined;
	/** Of the session; a query that is changed goes on with them. */
	#service: Changes | undefined;
	#freshness = unlooked;
	#present = false;
	#due = 0;
	#pausedUntil = 0;
	#failures = 0;
	#alarm: Alarm | undefined;
	#look: AbortController | undefined;
	/** Lets a look go on that has found something. */
	#show: (() => void) | undefined;

	/** It is other than before how fresh what is shown is. */
	readonly onDidChange = this.#changes.event;

	constructor(browsing: Browsing, world: World) {
		this.#browsing = browsing;
		this.#world = world;
		this.#pace = new Pace(world.random);
		this.#subscriptions = [
			browsing.onDidChange(() => this.#hear()),
			world.presence.onDidChange(() => this.#hear()),
			world.onDidPause((until) => this.#pause(until)),
		];
		this.#hear();
	}

	get freshness(): Freshness {
		return this.#freshness;
	}

	/** Where nobody looks any more, looks at once, and then goes on looking. */
	resume(): void {
		if (!this.#freshness.stopped) return;
		this.#begin();
		this.#due = this.#world.clock.now();
		this.#plan();
	}

	dispose(): void {
		for (const subscription of this.#subscriptions) subscription.dispose();
		this.#changes.dispose();
		this.#follow(undefined);
	}

	#hear(): void {
		const { exploration } = this.#browsing;
		if (exploration !== this.#exploration) this.#follow(exploration);
		const { present } = this.#world.presence;
		const now = this.#world.clock.now();
		const isBack = present && !this.#present;
		// Not at once, since many come back together; but before anything has come there is nothing to wait for.
		if (isBack && this.#service?.began && this.#due <= now) this.#due = this.#pace.soonAfter(now);
		this.#present = present;
		this.#plan();
	}

	#follow(exploration: Exploration | undefined): void {
		this.#giveUp();
		this.#reading?.dispose();
		this.#reading = exploration?.refreshing.onDidRead((reading) => this.#read(reading));
		this.#exploration = exploration;
		const { stopped } = this.#freshness;
		if (exploration?.session !== this.#service?.session) this.#startOver(exploration);
		else this.#tell({ ...unlooked, stopped });
	}

	#startOver(exploration: Exploration | undefined): void {
		this.#service = exploration && new Changes(exploration.session, () => this.#world.clock.now());
		this.#due = this.#world.clock.now();
		this.#pausedUntil = 0;
		this.#begin(unlooked);
	}

	/** As if nobody had looked yet. */
	#begin(freshness: Freshness = { ...this.#freshness, stopped: undefined }): void {
		this.#failures = 0;
		this.#pace.quicken();
		this.#tell(freshness);
	}

	/** People's own refresh: what it brings need not be looked for. */
	#read(reading: Reading): void {
		this.#giveUp();
		if (reading === 'begun') return;
		this.#begin(reading === 'all' ? unlooked : undefined);
		this.#due = this.#pace.after(this.#world.clock.now());
		this.#plan();
	}

	#pause(until: number): void {
		this.#pausedUntil = until;
		this.#pace.leaveAlone();
		this.#due = Math.max(this.#due, this.#pace.soonAfter(until));
		this.#plan();
	}

	/** Nothing that is asked for or found reaches anybody any more. */
	#giveUp(): void {
		this.#look?.abort();
		this.#look = undefined;
		this.#show = undefined;
		this.#rest();
	}

	#rest(): void {
		this.#alarm?.dispose();
		this.#alarm = undefined;
	}

	#plan(): void {
		this.#rest();
		if (this.#look) this.#showWhenStill();
		else if (this.#mayLook)
			this.#alarm = this.#world.clock.at(Math.max(this.#due, this.#pausedUntil), () => this.#wake());
	}

	get #mayLook(): boolean {
		if (!this.#exploration || this.#freshness.stopped) return false;
		return this.#world.presence.present && !this.#isBusy;
	}

	get #isBusy(): boolean {
		const { refreshing, feeds } = this.#exploration ?? {};
		return refreshing?.active === true || feeds?.some(({ state }) => state === 'loading') === true;
	}

	#wake(): void {
		this.#alarm = undefined;
		const { clock } = this.#world;
		const slept = clock.now() - this.#due > late;
		if (slept && this.#service?.began) {
			this.#due = this.#pace.soonAfter(clock.now());
			this.#plan();
		} else if (this.#exploration && this.#service) void this.#lookAt(this.#exploration, this.#service);
	}

	async #lookAt(exploration: Exploration, service: Changes): Promise<void> {
		const own = new AbortController();
		this.#look = own;
		const signal = AbortSignal.any([own.signal, exploration.signal]);
		const asOf = this.#world.clock.now();
		try {
			const found = await service.look(exploration, signal);
			if (found.pages.length > 0) await this.#untilStill(signal);
			signal.throwIfAborted();
			this.#setPace(found.changed, service.began);
			this.#take(found, asOf, service.take(found, exploration));
		} catch (error) {
			if (!signal.aborted) this.#fail(asPartnerError(error));
		}
		if (this.#look !== own) return;
		this.#look = undefined;
		this.#plan();
	}

	/** @param again whether it was looked before, so that it is known whether anything has changed */
	#setPace(changed: boolean, again: boolean): void {
		this.#failures = 0;
		if (changed) this.#pace.quicken();
		else if (again) this.#pace.slowDown();
		this.#due = this.#pace.after(this.#world.clock.now());
	}

	#take({ more }: Findings, asOf: number, unsure: boolean): void {
		const { tooMany, unsure: unsureBefore } = this.#freshness;
		this.#tell({ asOf, tooMany: tooMany || more, unsure: unsure || unsureBefore, stopped: undefined });
	}

	/** Where the service says how long to wait, it doesn't fail. */
	#fail(failure: PartnerError): void {
		const { kind, facts } = failure;
		const now = this.#world.clock.now();
		if (kind === 'throttled') this.#pace.leaveAlone();
		else {
			this.#failures += 1;
			this.#pace.slowDown();
		}
		this.#due = this.#pace.after(now + (facts.retryAfter ?? 0));
		if (this.#failures >= mostFailures || hopeless.includes(kind))
			this.#tell({ ...this.#freshness, stopped: failure });
	}

	#untilStill(signal: AbortSignal): Promise<void> {
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#show = resolve;
		this.#showWhenStill();
		return unlessAborted(promise, signal);
	}

	/**
	 * No row moves under the pointer as far as that can be told: the editor tells of selecting, opening and closing, and not
	 * where the pointer is. Where nobody looks, nothing is in the way.
	 */
	#showWhenStill(): void {
		const { clock, presence } = this.#world;
		if (!this.#show || this.#isBusy) return;
		const still = presence.present ? presence.touched + stillness : 0;
		if (still <= clock.now()) this.#show();
		else {
			this.#rest();
			this.#alarm = clock.at(still, () => this.#showWhenStill());
		}
	}

	#tell(freshness: Freshness): void {
		this.#freshness = freshness;
		this.#changes.fire();
	}
}
