import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Related, RelatedReferral } from '../messages.ts';
import { post } from './editor.ts';

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
			<div aria-live="polite">${open && related ? contentOf(related) : nothing}</div>
		</details>
	`;
}

function contentOf(related: Related): TemplateResult {
	switch (related.state) {
		case 'loading':
			return html`<p class="none">${l10n.t('Asking Partner Center…')}</p>`;
		case 'failed':
			return html`
				<p>${related.text}</p>
				<vscode-button secondary @click=${() => post({ type: 'related' })}>${l10n.t('Retry')}</vscode-button>
			`;
		case 'ready':
			return readyView(related.referrals, related.more);
	}
}

function readyView(referrals: readonly RelatedReferral[], more: boolean): TemplateResult {
	if (referrals.length === 0 && !more)
		return html`<p class="none">${l10n.t('There are no others of this engagement, or none that you may see.')}</p>`;
	return html`
		<ul>${referrals.map(referralView)}</ul>
		${more ? html`<p class="none">${l10n.t('There are more than these.')}</p>` : nothing}
		<vscode-button secondary @click=${() => post({ type: 'showRelated' })}
			>${l10n.t('Show in the Referrals view')}</vscode-button
		>
	`;
}

function referralView({ id, label, description }: RelatedReferral): TemplateResult {
	return html`
		<li>
			<button type="button" role="link" class="link" dir="auto" @click=${() => post({ type: 'openRelated', id })}
				>${label}</button
			>
			<span class="relative" dir="auto">${description}</span>
		</li>
	`;
}
