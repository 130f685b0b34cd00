import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Related, RelatedReferral } from '../messages.ts';
import { ask } from './editor.ts';

/**
 * The other referrals of the engagement, which are asked for when the section is opened.
 * @param toggled hears whether the section was opened or closed
 */
export function relatedView(
	related: Related | undefined,
	open: boolean,
	toggled: (open: boolean) => void,
): TemplateResult {
	const onToggle = ({ currentTarget }: Event) => {
		if (currentTarget instanceof HTMLDetailsElement) toggled(currentTarget.open);
	};
	return html`
		<details class="related" .open=${open} @toggle=${onToggle}>
			<summary><h2>${l10n.t('Related referrals')}</h2></summary>
			<div>${open && related ? sidesView(related.referrals) : nothing}</div>
			<div aria-live="polite">${open && related ? stateView(related) : nothing}</div>
		</details>
	`;
}

function stateView(related: Related): TemplateResult {
	switch (related.state) {
		case 'loading':
			return html`<p class="none">${l10n.t('Asking Partner Center…')}</p>`;
		case 'failed':
			return html`
				<p>${related.failure}</p>
				<vscode-button secondary @click=${() => ask({ type: 'related' })}>${l10n.t('Retry')}</vscode-button>
			`;
		case 'ready':
			return readyView(related);
	}
}

function readyView({ referrals, more }: Related): TemplateResult {
	if (referrals.length === 0 && !more)
		return html`<p class="none">${l10n.t('There are no others of this engagement, or none that you may see.')}</p>`;
	return html`
		${more ? html`<p class="none">${l10n.t('There are more than these.')}</p>` : nothing}
		<vscode-button secondary @click=${() => ask({ type: 'showRelated' })}
			>${l10n.t('Show in the Referrals view')}</vscode-button
		>
	`;
}

function sidesView(referrals: readonly RelatedReferral[]): TemplateResult {
	const sides = repeat(
		referrals,
		({ id }) => id,
		(side) => html`<li class="card">${sideView(side)}</li>`,
	);
	return html`<ul class="cards">${sides}</ul>`;
}

function sideView({ id, label, owner, expiry, rows }: RelatedReferral): TemplateResult {
	const compare = l10n.t('Compare');
	return html`
		<p>
			<button type="button" role="link" class="link" dir="auto" @click=${() => ask({ type: 'openRelated', id })}
				>${label}</button
			>
			${expiry ? html`<span class="relative">${expiry}</span>` : nothing}
		</p>
		<table>
			<thead>
				<tr>
					<th scope="col"><span class="unseen">${l10n.t('Field')}</span></th>
					<th scope="col">${l10n.t('This referral')}</th>
					<th scope="col" dir="auto">${owner}</th>
				</tr>
			</thead>
			<tbody>${rows.map(rowView)}</tbody>
		</table>
		<vscode-button secondary aria-label=${`${compare}: ${label}`} @click=${() => ask({ type: 'compareRelated', id })}
			>${compare}</vscode-button
		>
	`;
}

function rowView({ label, own, other, differs }: RelatedReferral['rows'][number]): TemplateResult {
	return html`
		<tr class=${differs ? 'differs' : nothing}>
			<th scope="row">${label}</th>
			<td dir="auto">${own || noneView()}</td>
			<td dir="auto">${other || noneView()}${differs ? html` <span class="mark">≠ ${l10n.t('differs')}</span>` : nothing}</td>
		</tr>
	`;
}

function noneView(): TemplateResult {
	return html`<span class="none">${l10n.t('Not given')}</span>`;
}
