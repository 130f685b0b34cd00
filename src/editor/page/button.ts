import { html, nothing, type TemplateResult } from 'lit';

/** How a button is, besides what it is called. */
export interface ButtonLook {
	readonly isDisabled?: boolean;
	/** Of one that is switched on and off, whether it is on. */
	readonly isPressed?: boolean;
}

/** A button in the words and colours of the editor; the page has to take `vscode-button` in. */
export function buttonView(
	label: string,
	clicked: () => void,
	{ isDisabled = false, isPressed }: ButtonLook = {},
): TemplateResult {
	return html`<vscode-button
		?secondary=${!isPressed}
		?disabled=${isDisabled}
		aria-disabled=${isDisabled ? 'true' : nothing}
		aria-pressed=${isPressed === undefined ? nothing : String(isPressed)}
		@click=${() => !isDisabled && clicked()}
		>${label}</vscode-button
	>`;
}
