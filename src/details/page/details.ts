import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import * as l10n from '@vscode/l10n';
import { html, nothing, render, type TemplateResult } from 'lit';
import { begin } from '../../editor/page/host.ts';
import type { Details } from '../details.ts';
import type { Can, Notice, PageState, Related } from '../messages.ts';
import { hearCopied } from './copying.ts';
import { expiryText, type Reader, standingText } from './course.ts';
import { ask, isChange, isStale, keepInMind, rememberedScroll } from './editor.ts';
import { headerView } from './header.ts';
import { relatedView } from './related.ts';
import { columnsView, restView } from './sections.ts';

const main = document.querySelector('main') ?? document.body;

let details: Details | undefined;
let can: Can = { previous: false, next: false, pinned: false, busy: false };
let notice: Notice = { text: '', action: '' };
let reasons: readonly string[] = [];
let sides: readonly string[] = [];
let related: Related | undefined;
let isRelatedOpen = false;
/** The head of a page is painted first; the rest follows in the next frame, and with it from then on. */
let isWhole = false;
/** What a screen reader says when another referral is shown. */
let announcement = '';

function hear(changed: Partial<PageState>): void {
	const before = details;
	change(changed);
	draw();
	if (!details) return;
	const isOther = details.id !== before?.id;
	// A page that was hidden or reloaded is found as it was left; another referral begins at its top.
	if (isOther && before) window.scrollTo(0, 0);
	if (isOther && !before) completeAt(rememberedScroll(details.id));
	else keep();
}

begin({ isChange, isStale, hear, isEmpty: () => !details && !notice.text });
// Times are told relative to now, so that they have to be told anew.
setInterval(draw, 30_000);
window.addEventListener('scrollend', keep);

function change(changed: Partial<PageState>): void {
	reasons = changed.reasons ?? reasons;
	sides = changed.sides ?? sides;
	if (changed.details && changed.details.id !== details?.id) startOver(changed.details);
	details = changed.details ?? details;
	can = changed.can ?? can;
	notice = changed.notice ?? notice;
	const copied = changed.copied && hearCopied(changed.copied, draw);
	if (copied) announce(copied);
	if (changed.related && changed.related.id === details?.id) related = changed.related.related;
}

function startOver(next: Details): void {
	if (details)
		announcement = [
			l10n.t('{0}.', next.title),
			standingText(next.course, reader()),
			expiryText(next.course, reader()),
			...[...reasons, ...sides].map((text) => l10n.t('{0}.', text)),
		].join(' ');
	related = undefined;
	isRelatedOpen = false;
}

/** Has a screen reader say something, also what it said last. */
function announce(text: string): void {
	announcement = '';
	setTimeout(() => {
		announcement = text;
		draw();
	}, 100);
}

/** Draws the rest once the head is painted and its buttons have taken their room. */
function completeAt(scroll: number): void {
	const complete = () => {
		isWhole = true;
		draw();
		window.scrollTo(0, scroll);
		keep();
	};
	requestAnimationFrame(() => setTimeout(complete));
}

function keep(): void {
	if (details) keepInMind({ id: details.id, pinned: can.pinned, scroll: Math.round(window.scrollY) });
}

function draw(): void {
	render(page(), main);
}

function page(): TemplateResult {
	return html`
		<div class="busy" ?hidden=${!can.busy}></div>
		<div class="notice" role="alert">${notice.text ? noticeView() : nothing}</div>
		${details ? detailsView(details) : nothing}
		<p class="announcement" role="status">${announcement}</p>
	`;
}

function detailsView(shown: Details): TemplateResult {
	return html`
		${headerView(shown, { can, reasons, sides }, reader())} ${isWhole ? belowView(shown) : nothing}
	`;
}

function belowView(shown: Details): TemplateResult {
	return html`
		${columnsView(shown, reader())}
		${shown.hasEngagement ? relatedView(related, isRelatedOpen, toggleRelated) : nothing}
		${restView(shown, reader())}
	`;
}

function noticeView(): TemplateResult {
	const { text, action } = notice;
	return html`
		<p>${text}</p>
		${action ? html`<vscode-button secondary @click=${() => ask({ type: 'resolve' })}>${action}</vscode-button>` : nothing}
	`;
}

function toggleRelated(open: boolean): void {
	if (open === isRelatedOpen) return;
	isRelatedOpen = open;
	if (open && !related) ask({ type: 'related' });
	draw();
}

function reader(): Reader {
	return { locale: document.documentElement.lang || 'en', now: Date.now() };
}
