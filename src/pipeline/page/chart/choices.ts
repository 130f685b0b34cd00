import { html, nothing, type TemplateResult } from 'lit';
import type { Chart, ChartChoices } from '../../messages/chart.ts';
import type { ChartRequest } from '../../messages/requests.ts';

/** What a chart measures and by what, where there is a choice. */
export function choicesView({ id, choices }: Chart, ask: (request: ChartRequest) => void): TemplateResult {
	const choose = ({ target }: Event) => {
		if (target instanceof HTMLSelectElement) ask({ type: 'choose', chart: id, choice: target.value });
	};
	if (choices.length === 0) return html`${nothing}`;
	return html`<div class="choices">${choices.map((each) => choiceView(each, choose))}</div>`;
}

function choiceView(
	{ label, chosen, options }: ChartChoices,
	choose: (event: Event) => void,
): TemplateResult {
	return html`
		<label class="choice">
			<span>${label}</span>
			<select @change=${choose}>
				${options.map((each) => html`<option value=${each.id} .selected=${each.id === chosen}>${each.label}</option>`)}
			</select>
		</label>
	`;
}
