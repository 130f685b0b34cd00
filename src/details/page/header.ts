import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { type ButtonLook, buttonView } from '../../editor/page/button.ts';
import type { Details } from '../details.ts';
import type { Can, PageAction } from '../messages.ts';
import { courseView, type Reader, standingView } from './course.ts';
import { ask } from './editor.ts';

/**
 * What one sees first of a referral, and what can be done with it.
 * Above that stands why somebody has to look at it, and where other sides of the engagement say something else.
 */
export function headerView(
	details: Details,
	{ can, reasons, sides }: { can: Can; reasons: readonly string[]; sides: readonly string[] },
	reader: Reader,
): TemplateResult {
	const { title, customer, kind, value, course } = details;
	return html`
		<header>
			<p class="kind">${kind.map((word) => html`<vscode-badge dir="auto">${word}</vscode-badge>`)}</p>
			<div class="title">
				<h1 dir="auto">${title}</h1>
				${value ? html`<p class="value">${value}</p>` : nothing}
			</div>
			${customer ? html`<p class="customer" dir="auto">${customer}</p>` : nothing}
			${standingView(course, reader)}
			${reasons.length > 0 ? remarksView(l10n.t('Needs attention'), '⚑', reasons) : nothing}
			${sides.length > 0 ? remarksView(l10n.t('Other sides of the engagement'), '≠', sides) : nothing}
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

function remarksView(label: string, mark: string, texts: readonly string[]): TemplateResult {
	return html`
		<ul class="remarks" aria-label=${label}>
			${texts.map((text) => html`<li><span aria-hidden="true">${mark}</span> <span dir="auto">${text}</span></li>`)}
		</ul>
	`;
}

function button(type: PageAction, label: string, look?: ButtonLook): TemplateResult {
	return buttonView(label, () => ask({ type }), look);
}
