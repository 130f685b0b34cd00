import { html, nothing, type TemplateResult } from 'lit';
import type { Body, Heading } from '../../messages/state.ts';

/** Whether there is anything to total. */
export function hasTotals({ totals, lines }: Body): boolean {
	return lines > 0 && totals.some((text) => text !== '');
}

/** The row of totals, which stands below all lines. */
export function totalsView(body: Body, columns: readonly Heading[]): TemplateResult | typeof nothing {
	if (!hasTotals(body)) return nothing;
	const { totals, lines } = body;
	return html`<div role="row" class="sums" aria-rowindex=${lines + 2}>
		${columns.map(({ isNumber }, index) => {
			const classes = ['cell', ...(isNumber ? ['number'] : [])].join(' ');
			return html`<div role=${index === 0 ? 'rowheader' : 'gridcell'} class=${classes} aria-colindex=${index + 1}
				title=${totals[index] || nothing}
				>${totals[index]}</div
			>`;
		})}
	</div>`;
}
