import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Block, Piece } from '../block.ts';
import type { Section } from '../details.ts';
import type { Field } from '../fields.ts';
import type { Reader } from './course.ts';
import { post } from './editor.ts';
import { absoluteText, relativeText, utcText } from './timeText.ts';

/** The fields of a referral, section by section. */
export function sectionsView(sections: readonly Section[], reader: Reader): TemplateResult {
	return html`
		<div class="sections">
			${repeat(
				sections,
				({ name }) => name,
				(section) => sectionView(section, reader),
			)}
		</div>
	`;
}

function sectionView({ name, title, fields }: Section, reader: Reader): TemplateResult {
	const list = repeat(
		fields,
		({ path }) => path.join('.'),
		(field) => fieldView(field, reader),
	);
	return html`
		<section class=${name} aria-labelledby=${`section-${name}`}>
			<h2 id=${`section-${name}`}>${title}</h2>
			${fields.length > 0 ? html`<dl>${list}</dl>` : html`<p class="none">${l10n.t('Not given')}</p>`}
		</section>
	`;
}

function fieldView({ label, blocks, left }: Field, reader: Reader): TemplateResult {
	return html`
		<div class="field">
			<dt dir="auto">${label}</dt>
			${blocks.map((block) => html`<dd dir="auto">${blockView(block, reader)}</dd>`)}
			${left > 0 ? html`<dd>${moreView(l10n.t('{0} more in the JSON', count(left, reader)))}</dd>` : nothing}
		</div>
	`;
}

function blockView({ pieces, lines, items, left }: Block, reader: Reader): TemplateResult {
	return html`${pieces.length > 0 ? piecesView(pieces, lines.length > 0, reader) : nothing}${
		lines.length > 0 ? linesView(lines, reader) : nothing
	}${items.length > 0 ? html`<ul>${items.map((item) => html`<li>${blockView(item, reader)}</li>`)}</ul>` : nothing}${
		left > 0 ? moreView(l10n.t('{0} more in the JSON', count(left, reader))) : nothing
	}`;
}

function piecesView(pieces: readonly Piece[], isHeading: boolean, reader: Reader): TemplateResult {
	return html`<span class=${isHeading ? 'text heading' : 'text'} dir="auto">${pieces.map((piece) =>
		pieceView(piece, reader),
	)}</span>`;
}

function linesView(lines: Block['lines'], reader: Reader): TemplateResult {
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
	return html`${text}… ${moreView(l10n.t('{0} more characters in the JSON', count(left, reader)))}`;
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
		post({ type: 'openLink', opens, text })}>${text}</button>`;
}

function moreView(text: string): TemplateResult {
	return html`<button type="button" class="link" @click=${() => post({ type: 'openJson' })}>${text}</button>`;
}

function count(number: number, { locale }: Reader): string {
	return new Intl.NumberFormat(locale).format(number);
}

const hints = {
	mail: () => l10n.t('Write a mail'),
	phone: () => l10n.t('Call'),
	map: () => l10n.t('Show on a map, in the browser'),
	web: () => l10n.t('Open in the browser'),
} as const satisfies Record<Extract<Piece, { kind: 'link' }>['opens'], () => string>;
