import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Total } from '../amounts.ts';
import type { Block } from '../block.ts';
import type { Field, Look } from '../fields.ts';
import { blockView, moreView } from './blocks.ts';
import type { Reader } from './course.ts';
import { moreText } from './moreText.ts';

/** What a solution has that stands in a column of its own; all else is told below its name. */
const columns = ['quantity', 'price'] as const;

/** What is sold: a row each, and below what they come to. */
export function tableView(
	{ label, blocks, left }: Field,
	{ amounts, totals }: Extract<Look, { kind: 'table' }>,
	reader: Reader,
): TemplateResult {
	const shown = columns.filter((name) => blocks.some((block) => lineOf(block, name)));
	const hasAmounts = amounts.some((amount) => amount);
	return html`
		<table class="solutions">
			<caption>${label}</caption>
			<thead>
				<tr>
					<th scope="col">${l10n.t('Solution')}</th>
					${shown.map((name) => html`<th scope="col" class="number ${name}">${headers[name]()}</th>`)}
					${hasAmounts ? html`<th scope="col" class="number">${l10n.t('Amount')}</th>` : nothing}
				</tr>
			</thead>
			<tbody>
				${blocks.map(
					(block, index) => html`
						<tr>
							<th scope="row" dir="auto">${blockView(withoutColumns(block, shown), reader)}</th>
							${shown.map((name) => html`<td class="number ${name}">${cellView(block, name, reader)}</td>`)}
							${hasAmounts ? html`<td class="number">${amounts[index]}</td>` : nothing}
						</tr>
					`,
				)}
			</tbody>
			${hasAmounts ? html`<tfoot>${totals.map((total) => totalView(total, shown.length))}</tfoot>` : nothing}
		</table>
		${left > 0 ? moreView(moreText(left, reader.locale)) : nothing}
	`;
}

function totalView({ text, counted, all, isAll }: Total, between: number): TemplateResult {
	return html`
		<tr>
			<th scope="row" colspan=${between + 1}>${isAll ? l10n.t('Total') : l10n.t('Total of {0} out of {1}', counted, all)}</th>
			<td class="number">${text}</td>
		</tr>
	`;
}

function cellView(block: Block, name: string, reader: Reader): unknown {
	const line = lineOf(block, name);
	return line ? blockView(line.block, reader) : nothing;
}

function lineOf({ lines }: Block, name: string): Block['lines'][number] | undefined {
	return lines.find((line) => line.name === name);
}

/** What is told of a solution below its name, or below its id where it has no name. */
function withoutColumns(block: Block, shown: readonly string[]): Block {
	const lines = block.lines.filter(({ name }) => !shown.includes(name));
	const id = block.pieces.length === 0 && lines.find(({ name }) => name === 'id');
	if (!id) return { ...block, lines };
	return { ...block, pieces: id.block.pieces, lines: lines.filter((line) => line !== id) };
}

const headers = {
	quantity: () => l10n.t('Quantity'),
	price: () => l10n.t('Price'),
} as const satisfies Record<(typeof columns)[number], () => string>;
