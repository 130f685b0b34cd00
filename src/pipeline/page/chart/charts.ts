import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Chart } from '../../messages/chart.ts';
import type { ChartRequest } from '../../messages/requests.ts';
import { ChartFigure } from './figure.ts';
import { onPaper } from './layout/palette.ts';
import { printed } from './layout/printed.ts';
import { sheetFor } from './sheet.ts';

customElements.define('referral-chart', ChartFigure);

/** How wide what is printed is, in pixels; it grows with the paper. */
const printedWidth = 720;

/** The charts, each a card; nothing while there are none. @param ask tells the editor what the user wants */
export function chartsView(charts: readonly Chart[], ask: (request: ChartRequest) => void): TemplateResult {
	if (charts.length === 0) return html`${nothing}`;
	const cards = repeat(
		charts,
		({ id }) => id,
		(chart) => html`<referral-chart .chart=${chart} .ask=${ask}></referral-chart>`,
	);
	return html`
		<section class="charts" aria-label=${l10n.t('Charts')}>
			<div class="cards">${cards}</div>
			<div class="all"><button type="button" @click=${() => ask(printOf(charts))}>${l10n.t('Print')}</button></div>
		</section>
	`;
}

function printOf(charts: readonly Chart[]): ChartRequest {
	const sheet = sheetFor(printedWidth, onPaper.family);
	return { type: 'print', drawings: charts.map((chart) => printed(chart, sheet)) };
}
