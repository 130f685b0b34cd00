import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { FromPage, RowAction } from '../messages/requests.ts';
import type { Selection } from '../messages/state.ts';

/** What is selected, and what can be done with it. @param act does it */
export function selectionView(
	{ count, text }: Selection,
	act: (action: RowAction) => void,
	ask: (message: FromPage) => void,
): TemplateResult {
	const button = (label: string, onClick: () => void) =>
		html`<vscode-button secondary @click=${onClick}>${label}</vscode-button>`;
	return html`<footer>
		<p class="selection">${text}</p>
		${
			count > 0
				? html`<div class="actions" role="toolbar" aria-label=${l10n.t('Selection')}>
						${count === 2 ? button(l10n.t('Compare'), () => act('compare')) : nothing}
						${button(l10n.t('Copy'), () => act('copyTable'))}
						${button(l10n.t('Export…'), () => act('exportSelection'))}
						${button(l10n.t('Clear Selection'), () => ask({ type: 'selectNone' }))}
					</div>`
				: nothing
		}
	</footer>`;
}
