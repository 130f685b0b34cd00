import * as vscode from 'vscode';
import { idInAddress, referralAddress } from '../editor/referralAddress.ts';
import type { Referral } from '../partner/referral.ts';
import type { Urgency } from '../referral/expiry.ts';
import type { Presenter } from '../referral/presenter.ts';

/** Of an event with more addresses the editor keeps one for each folder. */
const mostAtOnce = 250;

const colors = {
	over: new vscode.ThemeColor('list.errorForeground'),
	hours: new vscode.ThemeColor('list.errorForeground'),
	soon: new vscode.ThemeColor('list.warningForeground'),
	later: undefined,
} as const satisfies Record<Urgency, vscode.ThemeColor | undefined>;

/** Marks rows with the time that is left to answer, where the editor marks files. It asks for those in sight alone. */
export class Deadlines implements vscode.FileDecorationProvider, vscode.Disposable {
	readonly #stateOf: (id: string) => Referral | undefined;
	readonly #presenter: Presenter;
	readonly #soon: () => number;
	readonly #changes = new vscode.EventEmitter<vscode.Uri[]>();
	readonly #registration: vscode.Disposable;
	/** What the editor was answered by id, which it keeps until it hears of a change. */
	readonly #answered = new Map<string, string>();

	readonly onDidChangeFileDecorations = this.#changes.event;

	/** @param soon how many days left are few */
	constructor(stateOf: (id: string) => Referral | undefined, presenter: Presenter, soon: () => number) {
		this.#soon = soon;
		this.#stateOf = stateOf;
		this.#presenter = presenter;
		this.#registration = vscode.window.registerFileDecorationProvider(this);
	}

	/**
	 * The address by which the editor asks for the mark of a row, and which opens the referral where a row is dropped;
	 * undefined where its id can be in none. It names no customer.
	 */
	addressOf(referral: Referral): vscode.Uri | undefined {
		const { id } = referral;
		if (!id.isWellFormed()) return undefined;
		const address = referralAddress(id);
		const answered = this.#answered.get(id);
		// Another expiry has come, or nobody was there to tell of the time, as while one was signed out.
		if (answered !== undefined && answered !== this.#answerFor(referral)) {
			this.#answered.delete(id);
			this.#tell([address]);
		}
		return address;
	}

	/** The words for these have changed. */
	changed(ids: readonly string[]): void {
		for (const id of ids) this.#answered.delete(id);
		const addresses = ids.flatMap((id) => {
			const state = this.#stateOf(id);
			return (state && this.addressOf(state)) ?? [];
		});
		this.#tell(addresses);
	}

	#tell(addresses: readonly vscode.Uri[]): void {
		for (let at = 0; at < addresses.length; at += mostAtOnce)
			this.#changes.fire(addresses.slice(at, at + mostAtOnce));
	}

	provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
		const id = idInAddress(uri);
		const state = id === undefined ? undefined : this.#stateOf(id);
		const deadline = state && this.#presenter.deadline(state, this.#soon());
		if (!state || !deadline) return undefined;
		const { badge, urgency } = deadline;
		const color = colors[urgency];
		const tooltip = this.#presenter.expiry(state);
		this.#answered.set(state.id, this.#answerFor(state));
		return { badge, tooltip, ...(color && { color }) };
	}

	/** What tells one answer from another. */
	#answerFor(referral: Referral): string {
		const { urgency } = this.#presenter.deadline(referral, this.#soon()) ?? {};
		return `${urgency} ${this.#presenter.expiry(referral)}`;
	}

	dispose(): void {
		this.#registration.dispose();
		this.#changes.dispose();
	}
}
