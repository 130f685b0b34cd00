import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ColumnValue } from '../../messages/lines.ts';
import { type Draft, withValue } from './draft.ts';
import type { Changed } from './fields.ts';

/** The values of a column as far as they are known. */
export interface Values {
	/** Undefined while they are under way. */
	readonly known: readonly ColumnValue[] | undefined;
	readonly more: boolean;
	/** What they are searched for. */
	readonly search: string;
}

/** Where the values of a filter are checked. @param searched hears of what they are searched for */
export function valuesView(
	{ known, more, search }: Values,
	draft: Draft,
	changed: Changed,
	searched: (text: string) => void,
): TemplateResult {
	const fitting = (known ?? []).filter(({ label }) =>
		label.toLocaleLowerCase().includes(search.toLocaleLowerCase()),
	);
	return html`
		<label
			>${l10n.t('Search values')}
			<input
				type="search"
				.value=${search}
				@input=${({ currentTarget }: Event) => {
					if (currentTarget instanceof HTMLInputElement) searched(currentTarget.value);
				}}
		/></label>
		<div class="values" role="group" aria-label=${l10n.t('Values')} @keydown=${walk}>
			${known ? nothing : html`<p>${l10n.t('Looking for values…')}</p>`}
			${known && fitting.length === 0 ? html`<p>${l10n.t('No value has this text.')}</p>` : nothing}
			${repeat(
				fitting,
				({ value }) => value,
				(each, index) => valueView(each, index === 0, draft, changed),
			)}
			${more ? html`<p>${l10n.t('There are more values than these.')}</p>` : nothing}
		</div>
		<label class="check"
			><input
				type="checkbox"
				.checked=${draft.not}
				@change=${({ currentTarget }: Event) => {
					if (currentTarget instanceof HTMLInputElement) changed({ ...draft, not: currentTarget.checked });
				}}
			/>${l10n.t('Show all but these')}</label
		>
	`;
}

function valueView(
	{ value, label, count }: ColumnValue,
	isFirst: boolean,
	draft: Draft,
	changed: Changed,
): TemplateResult {
	return html`<label class="check"
		><input
			type="checkbox"
			tabindex=${isFirst ? 0 : -1}
			.checked=${draft.values.has(value)}
			@change=${({ currentTarget }: Event) => {
				if (currentTarget instanceof HTMLInputElement)
					changed(withValue(draft, value, currentTarget.checked));
			}}
		/><span class="text" dir="auto">${label}</span> <span class="count">${count}</span></label
	>`;
}

/** Arrow keys go from value to value, of which only one can be reached by Tab. */
function walk(event: KeyboardEvent): void {
	const { key, currentTarget, target } = event;
	if (!(currentTarget instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
	const boxes = [...currentTarget.querySelectorAll('input')];
	const place = boxes.findIndex((box) => target.isSameNode(box));
	const steps: Readonly<Record<string, number>> = {
		ArrowUp: place - 1,
		ArrowDown: place + 1,
		Home: 0,
		End: boxes.length - 1,
	};
	const next = Object.hasOwn(steps, key) ? boxes[steps[key] ?? 0] : undefined;
	if (!next) return;
	event.preventDefault();
	event.stopPropagation();
	next.focus();
}
