import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Heading } from '../../messages/state.ts';

/** What can be done with a heading. */
export interface HeadingActions {
	sort(column: string, add: boolean): void;
	filter(heading: Heading, button: HTMLElement): void;
}

/** The headings, of which only those of the current column can be reached by Tab. */
export function headingsView(
	columns: readonly Heading[],
	current: number,
	actions: HeadingActions,
): TemplateResult {
	return html`<div role="row" class="headings" aria-rowindex="1">
		${columns.map((heading, index) => headingView(heading, { index, isCurrent: index === current }, actions))}
	</div>`;
}

interface HeadingPlace {
	readonly index: number;
	readonly isCurrent: boolean;
}

function headingView(
	heading: Heading,
	{ index, isCurrent }: HeadingPlace,
	actions: HeadingActions,
): TemplateResult {
	const { id, label, isNumber, sortRank, isDescending, filter, filterText } = heading;
	const order = sortRank === 1 ? (isDescending ? 'descending' : 'ascending') : nothing;
	const classes = ['heading', isNumber ? 'number' : '', filter ? 'filtered' : ''].join(' ').trim();
	return html`<div
		role="columnheader"
		class=${classes}
		aria-colindex=${index + 1}
		aria-sort=${order}
		data-column=${id}
	>
		<button
			type="button"
			class="sort"
			tabindex=${isCurrent ? 0 : -1}
			@click=${(event: MouseEvent) => actions.sort(id, event.shiftKey)}
		>
			<span class="label">${label}</span>${sortRank > 0 ? markView(sortRank, isDescending) : nothing}
		</button>
		<button
			type="button"
			class="filter"
			tabindex=${isCurrent ? 0 : -1}
			aria-haspopup="dialog"
			aria-label=${filter ? l10n.t('Change the filter of {0}: {1}', label, filterText) : l10n.t('Filter {0}', label)}
			title=${filter ? filterText : l10n.t('Filter')}
			@click=${({ currentTarget }: Event) => {
				if (currentTarget instanceof HTMLElement) actions.filter(heading, currentTarget);
			}}
		>
			<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M2 3h12L9.5 8.5v4l-3 1.5V8.5z" /></svg>
		</button>
		<span class="edge"></span>
	</div>`;
}

function markView(rank: number, isDescending: boolean): TemplateResult {
	const order = isDescending ? l10n.t('sorted descending, {0}', rank) : l10n.t('sorted ascending, {0}', rank);
	return html`<span class="mark" aria-hidden="true">${isDescending ? '↓' : '↑'}<small>${rank}</small></span>
		<span class="unseen">${order}</span>`;
}
