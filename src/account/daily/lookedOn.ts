import type { Memento } from 'vscode';
import { writeUntilKept } from '../memory/writeUntilKept.ts';

/** What is known of an account's looks. */
interface Looks {
	/** The day of the last one here, such as `2026-11-28`. */
	readonly day?: string;
	/** Windows that are about to look, with since when, in milliseconds since 1970. */
	readonly claims: ReadonlyMap<string, number>;
}

/** The world around it. */
interface World {
	/** Milliseconds since 1970. */
	now(): number;
	/** Resolves after so many milliseconds; rejects when nobody wants a look any more. */
	wait(milliseconds: number): Promise<void>;
}

const name = 'dailyLook';
const mostAccounts = 10;
/** How long a window that is about to look holds off others, which may have been closed meanwhile; in milliseconds. */
const longestClaim = 120_000;
/** How often it's seen to that nothing is lost, how often it's looked before each, and how long apart, in milliseconds. */
const rounds = 4;
const glances = 15;
const glance = 100;
const day = 86_400_000;

/**
 * On which day it was looked for each account, for all windows. Their memory has no lock: a window hears of another only some
 * tenths of a second later, and of two that write in the same moment each may be left with what the other wrote. So who is
 * about to look says so, sees to it for some seconds that neither this is lost nor what others say, and goes by who was first.
 */
export class LookedOn {
	readonly #memory: Memento;
	readonly #world: World;
	/** What this window is called, in this one look. */
	readonly #me: string;
	/** All that windows were heard to claim, of which the memory may lose some. */
	readonly #heard = new Map<string, number>();
	/** For whom this window is the one to look. */
	#claimed: string | undefined;

	constructor(memory: Memento, world: World, me: string = crypto.randomUUID()) {
		this.#memory = memory;
		this.#world = world;
		this.#me = me;
	}

	/** The day of the last look; undefined where there was none. */
	last(account: string): string | undefined {
		return this.#of(account).day;
	}

	/** @returns whether this window is the one to look today */
	async claim(account: string): Promise<boolean> {
		this.#heard.set(this.#me, this.#world.now());
		for (let time = 0; time < rounds * glances; time++) {
			this.#hear(account);
			if (this.#isDone(account)) return false;
			if (time % glances === 0) await this.#change(account, (looks) => this.#withClaims(looks));
			await this.#world.wait(glance);
		}
		this.#hear(account);
		if (this.#live()[0]?.[0] !== this.#me || this.#isDone(account)) return false;
		this.#claimed = account;
		return true;
	}

	/** It was looked; sees to it for some seconds that this isn't lost. */
	async done(account: string): Promise<void> {
		const looks: Looks = { day: this.#today, claims: new Map() };
		this.#claimed = undefined;
		for (let time = 0; time < rounds; time++) {
			await this.#change(account, () => looks);
			await this.#world.wait(glances * glance);
		}
	}

	/** Lets another window look, unless it was looked. One that wasn't first leaves its claim to be forgotten: others write now. */
	async release(): Promise<void> {
		const account = this.#claimed;
		if (account === undefined) return;
		await this.#change(account, ({ claims, ...looks }) => ({
			...looks,
			claims: new Map([...claims].filter(([window]) => window !== this.#me)),
		}));
	}

	get #today(): string {
		return dayOf(this.#world.now());
	}

	/** A traveller's day may be the one before once more; a day beyond that is a clock's mistake. */
	#isDone(account: string): boolean {
		const ahead = (Date.parse(this.#of(account).day ?? '') - Date.parse(this.#today)) / day;
		return ahead === 0 || ahead === 1;
	}

	#hear(account: string): void {
		for (const [window, since] of this.#of(account).claims) this.#heard.set(window, since);
	}

	#withClaims(looks: Looks): Looks {
		for (const [window, since] of looks.claims) this.#heard.set(window, since);
		return { ...looks, claims: new Map(this.#live()) };
	}

	/** The claims that count, the first one first. */
	#live(): readonly (readonly [string, number])[] {
		const now = this.#world.now();
		return [...this.#heard].filter(([, since]) => Math.abs(now - since) < longestClaim).sort(byTime);
	}

	#of(account: string): Looks {
		return looksIn(this.#memory.get(name)).get(account) ?? { claims: new Map() };
	}

	async #change(account: string, change: (before: Looks) => Looks): Promise<void> {
		await writeUntilKept(this.#memory, name, (kept) => {
			const before = looksIn(kept);
			const own = before.get(account) ?? { claims: new Map() };
			const changed = change(own);
			if (JSON.stringify(formOf(changed)) === JSON.stringify(formOf(own))) return undefined;
			const after = [...before].filter(([other]) => other !== account);
			after.push([account, changed]);
			return Object.fromEntries(after.slice(-mostAccounts).map(([id, looks]) => [id, formOf(looks)]));
		});
	}
}

function byTime(
	[one, since]: readonly [string, number],
	[other, otherSince]: readonly [string, number],
): number {
	return since - otherSince || (one < other ? -1 : 1);
}

/** The day where the user is. */
export function dayOf(instant: number): string {
	const date = new Date(instant);
	const [month, dayOfMonth] = [date.getMonth() + 1, date.getDate()].map((part) => `${part}`.padStart(2, '0'));
	return `${`${date.getFullYear()}`.padStart(4, '0')}-${month}-${dayOfMonth}`;
}

function formOf({ day, claims }: Looks): object {
	return {
		...(day !== undefined && { day }),
		...(claims.size > 0 && { claims: Object.fromEntries(claims) }),
	};
}

/** Reads what was written, by whatever version; what can't be read is nothing. */
function looksIn(kept: unknown): ReadonlyMap<string, Looks> {
	return new Map(
		entriesOf(kept).map(([account, looks]) => {
			const { day, claims } = Object.fromEntries(entriesOf(looks));
			const read = entriesOf(claims).filter((each): each is [string, number] => typeof each[1] === 'number');
			const isDay = typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day);
			return [account, { ...(isDay && { day }), claims: new Map(read) }];
		}),
	);
}

function entriesOf(value: unknown): [string, unknown][] {
	return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
