import { startOfDay, timestamp } from '../invent/calendar.ts';
import { Random } from '../invent/random.ts';
import type { SampleReferral } from '../invent/sampleReferral.ts';
import { type SampleTenant, sampleTenant } from '../invent/tenant.ts';
import { arrival } from './arrival.ts';
import { type Change, changes, expired, isUnanswered, type Moment } from './changes.ts';

/** What a living tenant goes by. */
export interface LifeOptions {
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** From one thing that happens to the next, in milliseconds. */
	readonly pace: number;
}

/** What happens, over and over: as many come as are accepted or expire, and the first one is seen at the top. */
const rhythm = [
	...(['arrive', 'revalue', 'accept', 'postpone', 'arrive', 'deliver', 'win', 'revalue'] as const),
	...(['arrive', 'postpone', 'accept', 'lose'] as const),
] as const;

/** So many are looked at until enough are found to which something can happen. */
const mostLooks = 400;
const choices = 4;

/** What would have happened before that, while nobody looked, doesn't. */
const mostAtOnce = 10_000;

/**
 * The sample tenant from a moment on, as it would be in use: referrals come, are accepted, change, are won and lost, and
 * expire. What it holds follows from when it began and from the time alone, whenever and however often it is asked. A
 * referral keeps its place, and none goes.
 */
export class LivingTenant implements SampleTenant {
	readonly #options: LifeOptions;
	/** When the first thing would have happened that is numbered 0; later where much time was slept through. */
	#birth: number;
	readonly #all: SampleReferral[];
	/** The places of the sides of a deal. */
	readonly #sides = new Map<string, number[]>();
	#shown: readonly SampleReferral[];
	#steps = 0;
	#today: number;

	constructor(options: LifeOptions) {
		this.#options = options;
		this.#birth = options.now();
		this.#today = startOfDay(this.#birth);
		// Of the day, so that another window of that day begins with the same referrals and dates.
		this.#all = [...sampleTenant(new Date(this.#today)).referrals];
		this.#shown = [...this.#all];
		for (const [place, { engagementId }] of this.#all.entries()) this.#join(engagementId, place);
	}

	get referrals(): readonly SampleReferral[] {
		if (this.#goOn()) this.#shown = [...this.#all];
		return this.#shown;
	}

	/** Lets everything happen that has, by now. @returns whether anything has */
	#goOn(): boolean {
		const { now, pace } = this.#options;
		const [before, day, present] = [this.#steps, this.#today, now()];
		this.#birth = Math.max(this.#birth, present - (this.#steps + mostAtOnce) * pace);
		for (let at = this.#birth + (this.#steps + 1) * pace; at <= present; at += pace) {
			this.#passMidnight(at);
			this.#steps++;
			this.#step(at, new Random(20260701 + this.#steps));
		}
		this.#passMidnight(present);
		return this.#steps > before || this.#today > day;
	}

	#step(at: number, random: Random): void {
		const kind = rhythm[(this.#steps - 1) % rhythm.length];
		const text = instant(at);
		if (kind === undefined || kind === 'arrive') this.#arrive(arrival(random, at, text));
		else this.#happen(changes[kind], { at, text, random });
	}

	#arrive(referral: SampleReferral): void {
		this.#join(referral.engagementId, this.#all.length);
		this.#all.push(referral);
	}

	/** Also to the other sides of the deal that are as far, mostly. */
	#happen(change: Change, moment: Moment): void {
		const place = this.#pick(change, moment.random);
		const referral = place === undefined ? undefined : this.#all[place];
		if (place === undefined || referral === undefined) return;
		const sides = this.#sides.get(referral.engagementId) ?? [];
		const others = sides.filter((other) => other !== place && isAsFar(this.#all[other], referral));
		const difference = { ...change.to(referral, moment), updatedDateTime: moment.text };
		this.#put(place, difference);
		if (!moment.random.percent(change.shared)) return;
		const { team: _, ...shared } = difference;
		for (const other of others) this.#put(other, shared);
	}

	/** The place of one to which something can happen: of a few, the youngest, since those are at the top. */
	#pick({ fits }: Change, random: Random): number | undefined {
		const found: number[] = [];
		for (let looks = 0; looks < mostLooks && found.length < choices; looks++) {
			const place = random.whole(0, this.#all.length - 1);
			const referral = this.#all[place];
			if (isLively(place) && referral && fits(referral)) found.push(place);
		}
		const created = (place: number) => this.#all[place]?.createdDateTime ?? '';
		return found.sort((one, other) => (created(one) > created(other) ? -1 : 1))[0];
	}

	/** Lets expire what hasn't been answered; it all does at midnight. */
	#passMidnight(at: number): void {
		if (startOfDay(at) <= this.#today) return;
		this.#today = startOfDay(at);
		for (const [place, referral] of this.#all.entries()) {
			const expiry = String(referral['expirationDateTime']);
			if (isUnanswered(referral) && Date.parse(expiry) <= at) this.#put(place, expired(expiry));
		}
	}

	#put(place: number, difference: Partial<SampleReferral>): void {
		const before = this.#all[place];
		if (before) this.#all[place] = { ...before, ...difference };
	}

	#join(engagementId: string, place: number): void {
		const sides = this.#sides.get(engagementId);
		if (sides) sides.push(place);
		else this.#sides.set(engagementId, [place]);
	}
}

/** A third of all stays as it is, so that what nobody has touched for long is there for long. */
function isLively(place: number): boolean {
	return place % 3 !== 0;
}

function isAsFar(side: SampleReferral | undefined, { status, substatus }: SampleReferral): boolean {
	return side?.status === status && side.substatus === substatus;
}

function instant(at: number): string {
	return timestamp(at, `.${String(at % 1000).padStart(3, '0')}0000`);
}
