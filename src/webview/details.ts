import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import * as l10n from '@vscode/l10n';
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Details } from '../referrals/details.ts';
import type { Can, Related, ToPage } from '../referrals/pageMessages.ts';
import { expiryText, type Reader, standingText } from './course.ts';
import { listen, post, remember, rememberedScroll } from './editor.ts';
import { headerView } from './header.ts';
import { relatedView } from './related.ts';
import { sectionsView } from './sections.ts';

const { bundle } = document.documentElement.dataset;
if (bundle) l10n.config({ contents: bundle });

const main = document.querySelector('main') ?? document.body;

let details: Details | undefined;
let can: Can = { previous: false, next: false, pinned: false, busy: false };
let notice = { text: '', action: '' };
let related: Related | undefined;
let isRelatedOpen = false;
/** What a screen reader says when another referral is shown. */
let announcement = '';

listen((message) => {
	const isOther = message.type === 'show' && message.details.id !== details?.id;
	// A page that was hidden or reloaded is found as it was left; another referral begins at its top.
	const scroll = isOther && !details ? rememberedScroll(message.details.id) : 0;
	adopt(message);
	draw();
	if (isOther) scrollTo(scroll);
	else keep();
});

// Times are told relative to now, so that they have to be told anew.
setInterval(draw, 30_000);
window.addEventListener('focus', () => post({ type: 'focus' }));
window.addEventListener('scrollend', keep);
post({ type: 'ready' });

function adopt(message: ToPage): void {
	switch (message.type) {
		case 'show':
			if (message.details.id !== details?.id) startOver(message.details);
			details = message.details;
			break;
		case 'can':
			can = message.can;
			break;
		case 'notice':
			notice = message;
			break;
		case 'related':
			if (message.id === details?.id) related = message.related;
			break;
	}
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

/** In the next frame, since the buttons take their room only then. */
function scrollTo(scroll: number): void {
	requestAnimationFrame(() => {
		window.scrollTo(0, scroll);
		keep();
	});
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
		${headerView(shown, can, reader())} ${sectionsView(shown.sections, reader())}
		${shown.hasEngagement ? relatedView(related, isRelatedOpen, toggleRelated) : nothing}
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
