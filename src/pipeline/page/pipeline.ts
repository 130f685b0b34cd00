import '@vscode-elements/elements/dist/vscode-button/index.js';
import * as l10n from '@vscode/l10n';
import { html, nothing, render, type TemplateResult } from 'lit';
import { begin, remember } from '../../editor/page/host.ts';
import type { ToPage } from '../messages/lines.ts';
import type { Cover, PipelineState } from '../messages/state.ts';
import { Announcing } from './announcing.ts';
import { chartsView } from './chart/charts.ts';
import { ask, isChange, isTold } from './editor.ts';
import { FilterBox } from './filter/filter.ts';
import { Grid } from './grid/grid.ts';
import { selectionView } from './selection.ts';
import { coverView, tableView } from './toolbar.ts';

const main = document.querySelector('main') ?? document.body;

let state: Partial<PipelineState> = {};
/** What a screen reader says. */
let announcement = '';
const filter = new FilterBox(ask);
const announcing = new Announcing(say);
const grid = new Grid({ ask, say, filter: (heading, button) => filter.open(heading, button) });

function hear(changed: Partial<PipelineState>): void {
	state = { ...state, ...changed };
	draw();
	grid.hear(changed);
	announcing.hear(changed);
}

function hearTold(message: ToPage): void {
	if (message.type === 'values') filter.hear(message.column, message.values, message.more);
	else grid.told(message);
}

begin({
	isChange,
	isStale: () => false,
	hear,
	isEmpty: () => !state.cover,
	told: (message) => {
		if (isTold(message)) hearTold(message);
	},
});
// What is shown comes from the editor; that there is a page is all there is to remember.
remember({ version: 1 });

/** Has a screen reader say something, also what it said last. */
function say(text: string): void {
	announcement = '';
	draw();
	setTimeout(() => {
		announcement = text;
		draw();
	}, 100);
}

function draw(): void {
	render(page(), main);
}

function page(): TemplateResult {
	const { cover, head, body, selection, charts = [] } = state;
	return html`
		<h1 class="unseen">${l10n.t('Pipeline')}</h1>
		<div class="busy" ?hidden=${!cover?.busy && !body?.busy}></div>
		<div class="notice" role="alert">${cover?.notice.text ? noticeView(cover) : nothing}</div>
		<header>${cover ? coverView(cover, ask) : nothing} ${head ? tableView(head, ask) : nothing}</header>
		${charts.length > 0 ? chartsView(charts, ask) : nothing}
		<div class="table">
			${grid.element}
			${body?.lines === 0 ? html`<p class="empty">${body.emptyText}</p>` : nothing}
		</div>
		${selection ? selectionView(selection, (action) => ask({ type: 'act', action, id: grid.currentId }), ask) : nothing}
		${filter.element}
		<p class="unseen" role="status">${announcement}</p>
	`;
}

function noticeView({ notice }: Cover): TemplateResult {
	const { text, action } = notice;
	return html`
		<p>${text}</p>
		${action ? html`<vscode-button secondary @click=${() => ask({ type: 'resolve' })}>${action}</vscode-button>` : nothing}
	`;
}
