import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { Chart } from '../../messages/chart.ts';

/** The numbers of a chart as a table, folded away until somebody wants them. */
export function numbersView({ title, table: { head, rows } }: Chart): TemplateResult {
	return html`
		<details class="numbers">
			<summary>${l10n.t('Show as table')}</summary>
			<div class="scroll" role="region" aria-label=${title} tabindex="0">
				<table aria-label=${title}>
					<thead>
						<tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr>
					</thead>
					<tbody>${rows.map(rowView)}</tbody>
				</table>
			</div>
		</details>
	`;
}

function rowView([first = '', ...rest]: readonly string[]): TemplateResult {
	return html`
		<tr>
			<th scope="row">${first}</th>
			${rest.map((text) => html`<td>${text}</td>`)}
		</tr>
	`;
}
