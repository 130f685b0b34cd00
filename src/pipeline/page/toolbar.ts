import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { type ButtonLook, buttonView } from '../../editor/page/button.ts';
import type { FromPage, PlainRequest } from '../messages/requests.ts';
import type { Cover, Head } from '../messages/state.ts';

type AskEditor = (message: FromPage) => void;

/** What the page covers, and how to get more of it. */
export function coverView({ text, wantsLoad, busy, canLoadAll }: Cover, ask: AskEditor): TemplateResult {
	return html`
		<p class="cover" dir="auto">${text}</p>
		<div class="actions">
			${wantsLoad ? html`<vscode-button @click=${() => ask({ type: 'load' })}>${l10n.t('Load')}</vscode-button>` : nothing}
			${button(l10n.t('Load All'), 'loadAll', ask, { isDisabled: !canLoadAll || busy })}
			${button(l10n.t('Refresh'), 'refresh', ask, { isDisabled: busy })}
		</div>
	`;
}

/** How the table looks. */
export function tableView(head: Head, ask: AskEditor): TemplateResult {
	const isFiltered = head.columns.some(({ filter }) => filter);
	return html`
		<div class="actions" role="toolbar" aria-label=${l10n.t('Table')}>
			${groupingView(head, ask)}
			${button(l10n.t('Choose Columns…'), 'chooseColumns', ask)}
			${button(l10n.t('Compact'), 'toggleDensity', ask, { isPressed: head.density === 'compact' })}
			${button(l10n.t('Charts'), 'toggleCharts', ask, { isPressed: head.chartsOpen })}
			${isFiltered ? button(l10n.t('Clear Filters'), 'clearFilters', ask) : nothing}
			${isFiltered && head.canSearch ? button(l10n.t('Search with These Filters'), 'searchFilters', ask) : nothing}
		</div>
	`;
}

function groupingView({ groupedBy, groupings }: Head, ask: AskEditor): TemplateResult {
	const changed = ({ currentTarget }: Event) => {
		if (currentTarget instanceof HTMLSelectElement) ask({ type: 'groupBy', column: currentTarget.value });
	};
	return html`<label class="grouping"
		>${l10n.t('Group by')}
		<select @change=${changed} .value=${groupedBy}>
			<option value="" ?selected=${groupedBy === ''}>${l10n.t('Nothing')}</option>
			${groupings.map(({ id, label }) => html`<option value=${id} ?selected=${id === groupedBy}>${label}</option>`)}
		</select></label
	>`;
}

function button(label: string, type: PlainRequest, ask: AskEditor, look?: ButtonLook): TemplateResult {
	return buttonView(label, () => ask({ type }), look);
}
