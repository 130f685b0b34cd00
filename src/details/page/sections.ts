import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Details, Section } from '../details.ts';
import type { Field } from '../fields.ts';
import type { Region } from '../sections.ts';
import { blockView, moreView } from './blocks.ts';
import { cardsView } from './cards.ts';
import type { Reader } from './course.ts';
import { moreText } from './moreText.ts';
import { tableView } from './table.ts';

/** What is wanted, and who wants it: side by side where there is room for both. */
export function columnsView({ id, sections }: Details, reader: Reader): TemplateResult {
	const columns = (['wanted', 'who'] as const)
		.map((region) => filledIn(sections, region))
		.filter((column) => column.length > 0);
	return html`
		<div class="columns">${columns.map((column) => html`<div>${sectionsView(column, id, reader)}</div>`)}</div>
	`;
}

/** What else came, and of what nothing did, in one line. */
export function restView({ id, sections }: Details, reader: Reader): TemplateResult {
	const [rest, other] = [filledIn(sections, 'rest'), filledIn(sections, 'other')];
	const empty = sections.filter(({ fields }) => fields.length === 0).map(({ title }) => title);
	return html`
		<div class="columns">${sectionsView(rest, id, reader)}</div>
		${empty.length > 0 ? html`<p class="empty">${emptyText(empty, reader)}</p>` : nothing}
		${sectionsView(other, id, reader)}
	`;
}

function emptyText(titles: readonly string[], { locale }: Reader): string {
	const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(titles);
	return l10n.t('Nothing was sent for: {0}', list);
}

function filledIn(sections: readonly Section[], region: Region): readonly Section[] {
	return sections.filter((section) => section.region === region && section.fields.length > 0);
}

function sectionsView(sections: readonly Section[], id: string, reader: Reader): unknown {
	return repeat(
		sections,
		({ name }) => name,
		(section) => sectionView(section, id, reader),
	);
}

function sectionView({ name, title, fields }: Section, id: string, reader: Reader): TemplateResult {
	return html`
		<section class=${name} aria-labelledby=${`section-${name}`}>
			<h2 id=${`section-${name}`}>${title}</h2>
			${runsOf(fields).map((run) => runView(run, id, reader))}
		</section>
	`;
}

/** Fields that are drawn alike and stand one below the other. */
function runsOf(fields: readonly Field[]): readonly (readonly Field[])[] {
	const runs: Field[][] = [];
	for (const field of fields) {
		const last = runs.at(-1);
		if (last && !field.look && !last[0]?.look) last.push(field);
		else runs.push([field]);
	}
	return runs;
}

function runView(run: readonly Field[], id: string, reader: Reader): TemplateResult {
	const [field] = run;
	if (field?.look?.kind === 'cards') return cardsView(field, id, reader);
	if (field?.look) return tableView(field, field.look, reader);
	const list = repeat(
		run,
		({ path }) => path.join('.'),
		(each) => fieldView(each, reader),
	);
	return html`<dl>${list}</dl>`;
}

function fieldView({ label, blocks, left }: Field, reader: Reader): TemplateResult {
	return html`
		<div class="field">
			<dt dir="auto">${label}</dt>
			${blocks.map((block) => html`<dd dir="auto">${blockView(block, reader)}</dd>`)}
			${left > 0 ? html`<dd>${moreView(moreText(left, reader.locale))}</dd>` : nothing}
		</div>
	`;
}
