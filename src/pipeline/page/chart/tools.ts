import * as l10n from '@vscode/l10n';
import { html, nothing, svg, type TemplateResult } from 'lit';

/** What can be done with a chart besides looking at it. @param savePng undefined where nothing is drawn */
export function toolsView(
	title: string,
	savePng: (() => void) | undefined,
	saveCsv: () => void,
): TemplateResult {
	return html`
		<div class="tools" role="group" aria-label=${title}>
			${savePng ? toolView(l10n.t('Save as PNG'), image, savePng) : nothing} ${toolView(l10n.t('Save numbers as CSV'), grid, saveCsv)}
		</div>
	`;
}

function toolView(label: string, icon: TemplateResult<2>, use: () => void): TemplateResult {
	return html`<button type="button" class="tool" title=${label} aria-label=${label} @click=${use}
		><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${icon}</svg></button
	>`;
}

const image = svg`<path d="M1.5 2.5h13v11h-13z M1.5 11l4-4 3.5 3.5 2-2 3.5 3.5 M10 5.5h2v-1h-2z" />`;
const grid = svg`<path d="M1.5 2.5h13v11h-13z M1.5 6.5h13 M1.5 10h13 M6 2.5v11" />`;
