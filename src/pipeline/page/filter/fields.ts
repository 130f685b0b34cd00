import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { Heading } from '../../messages/state.ts';
import type { Draft } from './draft.ts';

/** Hears of what is typed. */
export type Changed = (draft: Draft) => void;

/** Where the words, numbers or days of a filter are typed. */
export function fieldsView(kind: Heading['filterKind'], draft: Draft, changed: Changed): TemplateResult {
	if (kind === 'words') return wordsView(draft, changed);
	const type = kind === 'days' ? 'date' : 'number';
	return html`<div class="ends">
		${endView(l10n.t('From'), type, draft.from, (from) => changed({ ...draft, from }))}
		${endView(l10n.t('To'), type, draft.to, (to) => changed({ ...draft, to }))}
	</div>`;
}

function wordsView(draft: Draft, changed: Changed): TemplateResult {
	return html`<label
		>${l10n.t('Has all of these words')}
		<input
			type="text"
			maxlength="200"
			.value=${draft.words}
			@input=${({ currentTarget }: Event) => {
				if (currentTarget instanceof HTMLInputElement) changed({ ...draft, words: currentTarget.value });
			}}
	/></label>`;
}

function endView(
	label: string,
	type: 'date' | 'number',
	end: number | undefined,
	changed: (end: number | undefined) => void,
): TemplateResult {
	return html`<label
		>${label}
		<input
			type=${type}
			step=${type === 'number' ? 'any' : 1}
			.value=${end === undefined ? '' : type === 'date' ? dayOf(end) : String(end)}
			@change=${({ currentTarget }: Event) => {
				if (!(currentTarget instanceof HTMLInputElement)) return;
				const { valueAsNumber } = currentTarget;
				changed(Number.isNaN(valueAsNumber) ? undefined : valueAsNumber);
			}}
	/></label>`;
}

/** A day as an input of one has it. @param time a midnight in UTC, in milliseconds since 1970 */
function dayOf(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}
