import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Chart, Mark } from '../../messages/chart.ts';

/** What the table shows only since the user pressed a mark, and what else can be done with it. */
export function pressedView(chart: Chart, press: (mark: Mark, search: boolean) => void): TemplateResult {
	const mark = chart.marks.find(({ pressed }) => pressed);
	if (!mark) return html`${nothing}`;
	return html`
		<div class="pressed">
			<p>${l10n.t('The table shows only: {0}', labelOf(mark, chart))}</p>
			<button type="button" @click=${() => press(mark, true)}>${l10n.t('Search for these')}</button>
			<button type="button" @click=${() => press(mark, false)}>${l10n.t('Show all')}</button>
		</div>
	`;
}

/** Its place, and its series where the place has several. */
function labelOf({ place, series }: Mark, { places, series: all, marks }: Chart): string {
	const placeLabel = places.find(({ id }) => id === place)?.label ?? '';
	const seriesLabel = all.find(({ id }) => id === series)?.label ?? '';
	const isAlone = marks.filter((mark) => mark.place === place).length === 1;
	return isAlone ? placeLabel : l10n.t('{0}, {1}', placeLabel, seriesLabel);
}
