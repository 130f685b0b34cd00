import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Block, Line } from '../block.ts';
import type { Field } from '../fields.ts';
import { blockView, linesView, moreView, piecesView } from './blocks.ts';
import { copyButton } from './copying.ts';
import type { Reader } from './course.ts';
import { moreText } from './moreText.ts';

/** What a card shows of a person besides the name; all else is folded away. */
const shown: readonly string[] = ['title', 'email', 'phoneNumber'];

/** People, each with the ways to reach them. @param id of the referral, whose cards are not those of another one */
export function cardsView({ label, blocks, left }: Field, id: string, reader: Reader): TemplateResult {
	const cards = repeat(
		blocks,
		(_, index) => `${id} ${index}`,
		(block) => html`<li class="card">${cardView(block, reader)}</li>`,
	);
	return html`
		<ul class="cards" aria-label=${label}>${cards}</ul>
		${left > 0 ? moreView(moreText(left, reader.locale)) : nothing}
	`;
}

function cardView(person: Block, reader: Reader): TemplateResult {
	const { pieces, lines, ...others } = person;
	const rest = lines.filter(({ name }) => !shown.includes(name));
	return html`
		${pieces.length > 0 ? html`<p class="name">${withCopy({ ...person, lines: [], items: [], left: 0 }, reader)}</p>` : nothing}
		${shown.flatMap((name) => lines.filter((line) => line.name === name)).map((line) => wayView(line, reader))}
		${blockView({ ...others, pieces: [], lines: [] }, reader)}
		${rest.length > 0 ? restView(rest, reader) : nothing}
	`;
}

/** What the label says is plain to see, but not to hear. */
function wayView({ name, label, block }: Line, reader: Reader): TemplateResult {
	const value = name === 'title' ? blockView(block, reader) : withCopy(block, reader);
	return html`<div class="way"><span class="unseen">${l10n.t('{0}:', label)} </span>${value}</div>`;
}

/** What is one whole text can be copied. */
function withCopy(block: Block, reader: Reader): TemplateResult {
	const [piece, ...further] = block.pieces;
	const isWhole = further.length + block.lines.length + block.items.length + block.left === 0;
	const text = piece && piece.kind !== 'time' && isWhole && !('left' in piece) ? piece.text : '';
	if (text === '') return blockView(block, reader);
	return html`<span class="copied">${piecesView(block.pieces, false, reader)}${copyButton(text)}</span>`;
}

function restView(rest: readonly Line[], reader: Reader): TemplateResult {
	const isPreference = rest.every(({ name }) => name === 'contactPreference');
	return html`
		<details class="preferences">
			<summary>${isPreference ? l10n.t('Preferences') : l10n.t('More')}</summary>
			${linesView(rest, reader)}
		</details>
	`;
}
