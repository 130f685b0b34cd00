import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Details } from '../details.ts';
import type { Can, PageAction } from '../messages.ts';
import { courseView, type Reader } from './course.ts';
import { post } from './editor.ts';

/** What one sees first of a referral, and what can be done with it. */
export function headerView(details: Details, can: Can, reader: Reader): TemplateResult {
	const { title, customer, kind, value, course } = details;
	return html`
		<header>
			<p class="kind">${kind.map((word) => html`<vscode-badge dir="auto">${word}</vscode-badge>`)}</p>
			<div class="title">
				<h1 dir="auto">${title}</h1>
				${value ? html`<p class="value">${value}</p>` : nothing}
			</div>
			${customer ? html`<p class="customer" dir="auto">${customer}</p>` : nothing}
			<div class="actions" role="toolbar" aria-label=${l10n.t('Referral')}>
				${button('refresh', l10n.t('Refresh'), { isDisabled: can.busy })}
				${button('previous', l10n.t('Previous'), { isDisabled: !can.previous })}
				${button('next', l10n.t('Next'), { isDisabled: !can.next })}
				${button('pin', l10n.t('Pin'), { isPressed: can.pinned })}
				${button('openJson', l10n.t('Open as JSON'))}
				${button('compareWith', l10n.t('Compare with…'))}
				${button('copy', l10n.t('Copy…'))}
			</div>
			${courseView(course, reader)}
		</header>
	`;
}

interface ButtonLook {
	readonly isDisabled?: boolean;
	readonly isPressed?: boolean;
}

function button(
	type: PageAction,
	label: string,
	{ isDisabled = false, isPressed }: ButtonLook = {},
): TemplateResult {
	return html`<vscode-button
		?secondary=${!isPressed}
		?disabled=${isDisabled}
		aria-disabled=${isDisabled ? 'true' : nothing}
		aria-pressed=${isPressed === undefined ? nothing : String(isPressed)}
		@click=${() => !isDisabled && post({ type })}
		>${label}</vscode-button
	>`;
}
