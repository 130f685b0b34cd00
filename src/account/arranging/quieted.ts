import type { Memento } from 'vscode';
import { writeUntilKept } from '../memory/writeUntilKept.ts';

/** That a referral is put aside: until it is another one, or until an instant (milliseconds since 1970) if that comes first. */
interface Quiet {
	/** Its `updatedDateTime` then; absent where it had none. */
	readonly state?: string;
	readonly until?: number;
}

/** What tells a state of a referral from another one. */
interface State {
	readonly id: string;
	readonly updatedDateTime?: string | undefined;
}

const name = 'quieted';

/** Of so many that are put aside, those put aside last are remembered, for each of so many accounts. */
const mostReferrals = 1000;
const mostAccounts = 10;
const longestId = 200;

type Account = ReadonlyMap<string, Quiet>;

/** What the user has put aside, for each account, in a memory that windows share: ids and dates, nothing else. */
export class Quieted {
	readonly #memory: Memento;
	/** What is in the memory, read once for as long as it is the same. */
	#accounts: ReadonlyMap<string, Account> | undefined;
	#readFrom: unknown;

	constructor(memory: Memento) {
		this.#memory = memory;
	}

	isQuiet({ id, updatedDateTime }: State, account: string, now: number): boolean {
		const quiet = this.#of(account).get(id);
		return (
			quiet !== undefined &&
			quiet.state === updatedDateTime &&
			!(quiet.until !== undefined && quiet.until <= now)
		);
	}

	/** When one that is put aside for a time comes back; infinity for never. */
	nextReturn(account: string, now: number): number {
		let next = Number.POSITIVE_INFINITY;
		for (const { until } of this.#of(account).values())
			if (until !== undefined && until > now && until < next) next = until;
		return next;
	}

	/** Whether anything is. */
	has(account: string): boolean {
		return this.#of(account).size > 0;
	}

	/** Puts referrals aside. @param until milliseconds since 1970; without it, until they change */
	async put(states: readonly State[], account: string, until?: number): Promise<void> {
		const quiet = states
			.filter(({ id }) => id.length <= longestId)
			.map(({ id, updatedDateTime }): [string, Quiet] => [
				id,
				{
					...(updatedDateTime !== undefined && { state: updatedDateTime }),
					...(until !== undefined && { until }),
				},
			]);
		await this.#change(account, (before) => {
			const after = new Map(before);
			for (const [id, each] of quiet) {
				after.delete(id);
				after.set(id, each);
			}
			return new Map([...after].slice(-mostReferrals));
		});
	}

	/** Brings everything back. */
	async clear(account: string): Promise<void> {
		await this.#change(account, () => new Map());
	}

	#of(account: string): Account {
		return this.#read().get(account) ?? new Map();
	}

	#read(): ReadonlyMap<string, Account> {
		const kept = this.#memory.get(name);
		if (this.#accounts === undefined || kept !== this.#readFrom) this.#accounts = accountsIn(kept);
		this.#readFrom = kept;
		return this.#accounts;
	}

	/** What another window has written meanwhile stays. */
	async #change(account: string, change: (before: Account) => Account): Promise<void> {
		await writeUntilKept(this.#memory, name, (kept) => {
			const before = accountsIn(kept);
			const after = new Map(before);
			after.delete(account);
			after.set(account, change(before.get(account) ?? new Map()));
			const written = formOf(new Map([...after].slice(-mostAccounts)));
			return JSON.stringify(written) === JSON.stringify(kept) ? undefined : written;
		});
	}
}

function formOf(accounts: ReadonlyMap<string, Account>): object {
	return Object.fromEntries([...accounts].map(([account, quiet]) => [account, Object.fromEntries(quiet)]));
}

/** Reads what was written, by whatever version; what can't be read is nothing. */
function accountsIn(kept: unknown): ReadonlyMap<string, Account> {
	return new Map(
		entriesOf(kept).map(([account, quiet]) => [account, new Map(entriesOf(quiet).flatMap(quietIn))]),
	);
}

function quietIn([id, value]: readonly [string, unknown]): readonly (readonly [string, Quiet])[] {
	const { state, until } = Object.fromEntries(entriesOf(value));
	const hasState = typeof state === 'string';
	const hasUntil = typeof until === 'number' && Number.isFinite(until);
	if (state !== undefined && !hasState) return [];
	return [[id, { ...(hasState && { state }), ...(hasUntil && { until }) }]];
}

function entriesOf(value: unknown): [string, unknown][] {
	return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
