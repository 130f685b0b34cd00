import * as vscode from 'vscode';
import type { Arranging } from '../../listing/arranging/arranging.ts';
import { type GroupBy, groupings } from '../../listing/arranging/groupBy.ts';
import type { Sessions } from '../../listing/sessions.ts';
import { concernsDay, type DaySettings, readDaySettings } from '../daySettings.ts';
import { Quieted } from './quieted.ts';

const name = 'groupBy';

/** How the user wants rows to be arranged: the grouping of the workspace, the settings, and what is put aside. */
export class ArrangingChoice implements vscode.Disposable {
	readonly #workspace: vscode.Memento;
	readonly #quieted: Quieted;
	readonly #sessions: Sessions;
	readonly #changes = new vscode.EventEmitter<void>();
	readonly #subscription: vscode.Disposable;
	#settings: DaySettings | undefined;
	#by: GroupBy | undefined;

	/** Rows are to be arranged otherwise. */
	readonly onDidChange = this.#changes.event;

	constructor(workspace: vscode.Memento, shared: vscode.Memento, sessions: Sessions) {
		this.#workspace = workspace;
		this.#quieted = new Quieted(shared);
		this.#sessions = sessions;
		this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
			if (!concernsDay(event)) return;
			this.#settings = undefined;
			this.#changes.fire();
		});
	}

	/** The settings, the same object until one of them is changed. */
	get settings(): DaySettings {
		this.#settings ??= readDaySettings();
		return this.#settings;
	}

	get value(): Arranging {
		const { attention, fiscalYearStart } = this.settings;
		return {
			...{ by: this.by, attention, fiscalYearStart, lenses: true },
			isQuiet: ({ sent }) => this.#quieted.isQuiet(sent.referral, this.#account, Date.now()),
			nextReturn: (now) => this.#quieted.nextReturn(this.#account, now),
		};
	}

	/** By what rows are put together, in this workspace. */
	get by(): GroupBy {
		this.#by ??= groupings.find((each) => each === this.#workspace.get(name)) ?? 'status';
		return this.#by;
	}

	group(by: GroupBy): void {
		this.#by = by;
		this.#workspace.update(name, by === 'status' ? undefined : by).then(undefined, () => {});
		this.#changes.fire();
	}

	/** Puts referrals aside until they change. @param until or until then, in milliseconds since 1970 */
	async putAside(
		states: readonly { readonly id: string; readonly updatedDateTime?: string | undefined }[],
		until?: number,
	): Promise<void> {
		await this.#quieted.put(states, this.#account, until);
		this.#changes.fire();
	}

	/** Brings back what was put aside. @returns whether there was anything */
	async bringBack(): Promise<boolean> {
		const had = this.#quieted.has(this.#account);
		await this.#quieted.clear(this.#account);
		this.#changes.fire();
		return had;
	}

	dispose(): void {
		this.#subscription.dispose();
		this.#changes.dispose();
	}

	/** Nobody's on the sample. */
	get #account(): string {
		return this.#sessions.current?.account?.id ?? 'sample';
	}
}
