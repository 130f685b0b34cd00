import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import * as l10n from '@vscode/l10n';
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Details, Section } from '../details.ts';
import type { Can, Notice, PageState, Related, ToPage } from '../messages.ts';
import { expiryText, type Reader, standingText } from './course.ts';
import { initialChange, listen, post, remember, rememberedScroll } from './editor.ts';
import { headerView } from './header.ts';
import { relatedView } from './related.ts';
import { sectionsView } from './sections.ts';

const { bundle } = document.documentElement.dataset;
if (bundle) l10n.config({ contents: bundle });

const main = document.querySelector('main') ?? document.body;

let details: Details | undefined;
let can: Can = { previous: false, next: false, pinned: false, busy: false };
let notice: Notice = { text: '', action: '' };
let related: Related | undefined;
let isRelatedOpen = false;
/** The head of a page is painted first; the rest follows in the next frame, and with it from then on. */
let isWhole = false;
/** What a screen reader says when another referral is shown. */
let announcement = '';

function hear(message: ToPage): void {
	const before = details;
	if (message.type === 'change') change(message);
	else if (message.id === details?.id) related = message.related;
	draw();
	if (!details) return;
	const isOther = details.id !== before?.id;
	// A page that was hidden or reloaded is found as it was left; another referral begins at its top.
	if (isOther && before) window.scrollTo(0, 0);
	if (isOther && !before) completeAt(rememberedScroll(details.id));
	else keep();
}

const initial = initialChange();
if (initial) hear(initial);
listen(hear);
// Times are told relative to now, so that they have to be told anew.
setInterval(draw, 30_000);
window.addEventListener('focus', () => post({ type: 'focus' }));
window.addEventListener('scrollend', keep);
post({ type: 'ready' });
// What the editor says first may have come too early for this page.
setTimeout(() => {
	if (!details && !notice.text) post({ type: 'ready' });
}, 1_000);

function change(changed: Partial<PageState>): void {
	if (changed.details && changed.details.id !== details?.id) startOver(changed.details);
	details = changed.details ?? details;
	can = changed.can ?? can;
	notice = changed.notice ?? notice;
}

function startOver(next: Details): void {
	if (details)
		announcement = [
			`${next.title}.`,
			standingText(next.course, reader()),
			expiryText(next.course, reader()),
		].join(' ');
	related = undefined;
	isRelatedOpen = false;
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
	if (details)
		remember({ version: 1, id: details.id, pinned: can.pinned, scroll: Math.round(window.scrollY) });
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
		${headerView(shown, can, reader())} ${isWhole ? restView(shown) : nothing}
	`;
}

function restView({ sections, hasEngagement }: Details): TemplateResult {
	const isOther = ({ name }: Section) => name === 'other';
	return html`
		${sectionsView(
			sections.filter((section) => !isOther(section)),
			reader(),
		)}
		${hasEngagement ? relatedView(related, isRelatedOpen, toggleRelated) : nothing}
		${sectionsView(sections.filter(isOther), reader())}
	`;
}

function noticeView(): TemplateResult {
	const { text, action } = notice;
	return html`
		<p>${text}</p>
		${action ? html`<vscode-button secondary @click=${() => post({ type: 'resolve' })}>${action}</vscode-button>` : nothing}
	`;
}

function toggleRelated(open: boolean): void {
	if (open === isRelatedOpen) return;
	isRelatedOpen = open;
	if (open && !related) post({ type: 'related' });
	draw();
}

function reader(): Reader {
	return { locale: document.documentElement.lang || 'en', now: Date.now() };
}
