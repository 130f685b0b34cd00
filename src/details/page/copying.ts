import * as l10n from '@vscode/l10n';
import { html, svg, type TemplateResult } from 'lit';
import type { Copied } from '../messages.ts';
import { ask } from './editor.ts';

/** How long a button says that it has copied, in milliseconds. */
const shown = 2_500;

/** Of what was copied last; undefined as long as nothing has come from the editor. */
let lastNumber: number | undefined;
let lastText = '';
let ending: ReturnType<typeof setTimeout> | undefined;

/**
 * Takes in what was copied, and returns what a screen reader is to say of it: nothing where that is no news, as for a page that
 * comes to sight again. @param changed draws the page anew
 */
export function hearCopied({ number, text }: Copied, changed: () => void): string {
	const isNews = lastNumber !== undefined && number !== lastNumber;
	lastNumber = number;
	if (!isNews) return '';
	lastText = text;
	clearTimeout(ending);
	ending = setTimeout(() => {
		lastText = '';
		changed();
	}, shown);
	return l10n.t('Copied: {0}', inShort(text));
}

/** A button that has a text copied, and shows for a while that it was. */
export function copyButton(text: string): TemplateResult {
	const isDone = text === lastText;
	const label = isDone ? l10n.t('Copied: {0}', inShort(text)) : l10n.t('Copy {0}', inShort(text));
	return html`<button
		type="button"
		class="copy"
		title=${isDone ? l10n.t('Copied') : l10n.t('Copy')}
		aria-label=${label}
		@click=${() => ask({ type: 'copyText', text })}
		><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${isDone ? mark : sheets}</svg></button
	>`;
}

/** As much as one listens to. */
function inShort(text: string): string {
	const characters = [...text];
	return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}

const longest = 100;

const sheets = svg`<path d="M5.5 2.5h8v8h-8z M10.5 12.5v1h-8v-8h1" />`;
const mark = svg`<path d="M2.5 8.5l3.5 3.5 7.5-8" />`;
