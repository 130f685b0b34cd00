import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Piece } from '../block.ts';
import type { Reader } from './course.ts';
import { ask } from './editor.ts';
import { moreCharactersText, moreText } from './moreText.ts';
import { absoluteText, relativeText, utcText } from './timeText.ts';

/** A value, line by line. */
export function blockView({ pieces, lines, items, left }: Block, reader: Reader): TemplateResult {
	return html`${pieces.length > 0 ? piecesView(pieces, lines.length > 0, reader) : nothing}${
		lines.length > 0 ? linesView(lines, reader) : nothing
	}${items.length > 0 ? html`<ul>${items.map((item) => html`<li>${blockView(item, reader)}</li>`)}</ul>` : nothing}${
		left > 0 ? moreView(moreText(left, reader.locale)) : nothing
	}`;
}

/** Text, times and links. */
export function piecesView(pieces: readonly Piece[], isHeading: boolean, reader: Reader): TemplateResult {
	return html`<span class=${isHeading ? 'text heading' : 'text'} dir="auto">${pieces.map((piece) =>
		pieceView(piece, reader),
	)}</span>`;
}

/** The fields of an object. */
export function linesView(lines: Block['lines'], reader: Reader): TemplateResult {
	return html`<ul class="lines">${lines.map(
		({ label, block }) =>
			html`<li><span class="label" dir="auto">${l10n.t('{0}:', label)}</span> ${blockView(block, reader)}</li>`,
	)}</ul>`;
}

function pieceView(piece: Piece, reader: Reader): unknown {
	switch (piece.kind) {
		case 'text':
			return textView(piece, reader);
		case 'time':
			return timeView(piece.instant, reader);
		case 'link':
			return linkView(piece);
	}
}

function textView({ text, left }: Extract<Piece, { kind: 'text' }>, reader: Reader): unknown {
	if (!left) return text;
	return html`${text}… ${moreView(moreCharactersText(left, reader.locale))}`;
}

function timeView(instant: number, { locale, now }: Reader): TemplateResult {
	return html`<time datetime=${new Date(instant).toISOString()} title=${utcText(instant, locale)}>${absoluteText(
		instant,
		locale,
	)}</time> <span class="relative">(${relativeText(instant, now, locale)})</span>`;
}

// A button rather than an anchor: there is no address in the page that could be followed without the editor.
function linkView({ opens, text }: Extract<Piece, { kind: 'link' }>): TemplateResult {
	return html`<button type="button" role="link" class="link" title=${hints[opens]()} @click=${() =>
		ask({ type: 'openLink', opens, text })}>${text}</button>`;
}

/** Says that there is more, and has it at hand. */
export function moreView(text: string): TemplateResult {
	return html`<button type="button" class="link" @click=${() => ask({ type: 'openJson' })}>${text}</button>`;
}

const hints = {
	mail: () => l10n.t('Write a mail'),
	phone: () => l10n.t('Call'),
	map: () => l10n.t('Show on a map, in the browser'),
	web: () => l10n.t('Open in the browser'),
} as const satisfies Record<Extract<Piece, { kind: 'link' }>['opens'], () => string>;
