import * as l10n from '@vscode/l10n';
import type { Head, PipelineState } from '../messages/state.ts';

/** How long things have to be at rest before they are told, in milliseconds. */
const pause = 400;

/** What a screen reader says when the table was put into order, filtered or grouped, and when other rows are selected. */
export class Announcing {
	readonly #say: (text: string) => void;
	/** What the table was arranged by when that was told last. */
	#told: string | undefined;
	#arranged = '';
	#lines = 0;
	#isBusy = false;
	#selection = '';
	#toldSelection = '';
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param say has it said */
	constructor(say: (text: string) => void) {
		this.#say = say;
	}

	hear({ head, body, selection }: Partial<PipelineState>): void {
		if (head) this.#arranged = arrangementOf(head);
		if (body) [this.#lines, this.#isBusy] = [body.lines, body.busy];
		if (selection) this.#selection = selection.text;
		// The first arrangement is there when one comes.
		if (head) this.#told ??= this.#arranged;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#tell(), pause);
	}

	#tell(): void {
		const texts: string[] = [];
		if (this.#told !== this.#arranged && !this.#isBusy) {
			this.#told = this.#arranged;
			texts.push(linesText(this.#lines));
		}
		if (this.#toldSelection !== this.#selection) {
			this.#toldSelection = this.#selection;
			texts.push(this.#selection || l10n.t('Nothing is selected.'));
		}
		if (texts.length > 0) this.#say(texts.join(' '));
	}
}

/** What lines there are, and where, follows from. */
function arrangementOf({ columns, groupedBy }: Head): string {
	const orders = columns.map(({ id, sortRank, isDescending, filter }) => ({
		id,
		sortRank,
		isDescending,
		filter,
	}));
	const told = orders.filter(({ sortRank, filter }) => sortRank > 0 || filter);
	return JSON.stringify([groupedBy, told.sort((one, other) => (one.id < other.id ? -1 : 1))]);
}

function linesText(lines: number): string {
	const locale = document.documentElement.lang || 'en';
	const count = new Intl.NumberFormat(locale).format(lines);
	return new Intl.PluralRules(locale).select(lines) === 'one'
		? l10n.t('The table has {0} line now.', count)
		: l10n.t('The table has {0} lines now.', count);
}
