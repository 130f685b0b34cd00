import { html, nothing, render, type TemplateResult } from 'lit';
import type { Details, Section } from '../referrals/details.ts';
import type { Field } from '../referrals/detailsFields.ts';
import type { FromPage, ToPage } from '../referrals/pageMessages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const editor = acquireVsCodeApi();
const main = document.querySelector('main') ?? document.body;

let details: Details | undefined;
let notice = '';

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
	switch (data.type) {
		case 'show':
			if (data.details.id !== details?.id) window.scrollTo(0, 0);
			details = data.details;
			notice = '';
			break;
		case 'notice':
			notice = data.text;
			break;
	}
	if (details) render(page(details), main);
});

editor.postMessage({ type: 'ready' });

function page({ title, summary, sections }: Details): TemplateResult {
	return html`
		<header>
			<h1 dir="auto">${title}</h1>
			<p class="summary" dir="auto">${summary}</p>
			<div class="actions">
				<button type="button" @click=${() => editor.postMessage({ type: 'refresh' })}>Refresh</button>
				<button type="button" @click=${() => editor.postMessage({ type: 'copyId' })}>Copy Id</button>
			</div>
		</header>
		<p role="status" class="notice">${notice}</p>
		${sections.map(section)}
	`;
}

function section({ title, fields }: Section): TemplateResult {
	return html`
		<section aria-labelledby=${`section-${title}`}>
			<h2 id=${`section-${title}`}>${title}</h2>
			<dl>${fields.map(field)}</dl>
		</section>
	`;
}

function field({ label, values }: Field): TemplateResult {
	return html`
		<div class="field">
			<dt>${label}</dt>
			${values.map((value) => html`<dd dir="auto">${value || nothing}</dd>`)}
		</div>
	`;
}
