import * as l10n from '@vscode/l10n';
import { html, nothing, render, type TemplateResult } from 'lit';
import type { ColumnValue } from '../../messages/lines.ts';
import type { FromPage } from '../../messages/requests.ts';
import type { Heading } from '../../messages/state.ts';
import { type Draft, draftOf, filterOf } from './draft.ts';
import { fieldsView } from './fields.ts';
import { type Values, valuesView } from './values.ts';

/** How far it stays away from the edges of the page, in pixels. */
const margin = 8;

/** What a column is filtered with, in a box over the page; what is behind it can be used, which closes it. */
export class FilterBox {
	readonly element = document.createElement('div');
	readonly #ask: (message: FromPage) => void;
	#heading: Heading | undefined;
	#button: HTMLElement | undefined;
	#draft: Draft = draftOf(undefined);
	#values: Values = { known: undefined, more: false, search: '' };

	constructor(ask: (message: FromPage) => void) {
		this.#ask = ask;
		this.element.className = 'filter-box';
		this.element.popover = 'auto';
		this.element.setAttribute('role', 'dialog');
		this.element.addEventListener('keydown', (event) => this.#press(event));
		this.element.addEventListener('toggle', (event) => {
			if (event instanceof ToggleEvent && event.newState === 'closed') this.#closed();
		});
		window.addEventListener('resize', () => this.#heading && this.#place());
	}

	/** @param button that it is opened with, and gives the focus back to */
	open(heading: Heading, button: HTMLElement): void {
		this.#heading = heading;
		this.#button = button;
		this.#draft = draftOf(heading.filter);
		this.#values = { known: undefined, more: false, search: '' };
		if (heading.filterKind === 'values') this.#ask({ type: 'values', column: heading.id });
		button.ariaExpanded = 'true';
		this.#draw();
		this.element.showPopover();
		this.#place();
		this.element.querySelector('input')?.focus();
	}

	/** Takes in the values of a column. */
	hear(column: string, known: readonly ColumnValue[], more: boolean): void {
		if (column !== this.#heading?.id) return;
		this.#values = { ...this.#values, known, more };
		this.#draw();
		this.#place();
	}

	#closed(): void {
		if (this.#button) this.#button.ariaExpanded = 'false';
		this.#heading = undefined;
		// What was typed is not there when it is opened again.
		render(nothing, this.element);
	}

	#press(event: KeyboardEvent): void {
		// The browser closes it, and the editor has nothing to do with it.
		if (event.key === 'Escape') event.stopPropagation();
		if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
		event.preventDefault();
		event.stopPropagation();
		// What was typed into a number or a day is told when it is left.
		event.target.dispatchEvent(new Event('change'));
		this.#apply();
	}

	#apply(): void {
		if (this.#heading) this.#filter(filterOf(this.#draft, this.#heading.filterKind));
	}

	#filter(filter: Heading['filter']): void {
		if (this.#heading) this.#ask({ type: 'filter', column: this.#heading.id, filter });
		this.element.hidePopover();
	}

	#draw(): void {
		if (this.#heading) render(this.#view(this.#heading), this.element);
	}

	#view({ label, filter, filterKind }: Heading): TemplateResult {
		const changed = (draft: Draft) => {
			this.#draft = draft;
			this.#draw();
		};
		const searched = (search: string) => {
			this.#values = { ...this.#values, search };
			this.#draw();
		};
		this.element.ariaLabel = l10n.t('Filter {0}', label);
		return html`
			<h2 dir="auto">${l10n.t('Filter {0}', label)}</h2>
			${
				filterKind === 'values'
					? valuesView(this.#values, this.#draft, changed, searched)
					: fieldsView(filterKind, this.#draft, changed)
			}
			<div class="actions">
				<vscode-button @click=${() => this.#apply()}>${l10n.t('Apply')}</vscode-button>
				${
					filter
						? html`<vscode-button secondary @click=${() => this.#filter(undefined)}>${l10n.t('Clear Filter')}</vscode-button>`
						: nothing
				}
				<vscode-button secondary @click=${() => this.element.hidePopover()}>${l10n.t('Cancel')}</vscode-button>
			</div>
		`;
	}

	/** Below its button, as far as there is room. */
	#place(): void {
		const { element } = this;
		const { left, bottom } = this.#button?.getBoundingClientRect() ?? new DOMRect();
		const { offsetWidth, offsetHeight } = element;
		const x = Math.min(left, window.innerWidth - offsetWidth - margin);
		const y = Math.min(bottom + 2, window.innerHeight - offsetHeight - margin);
		element.style.left = `${Math.max(margin, x)}px`;
		element.style.top = `${Math.max(margin, y)}px`;
	}
}
