import type * as vscode from 'vscode';
import { enterStep, pickStep } from '../../editor/quickStep.ts';
import { queryFields } from '../fields.ts';
import { filterText } from '../odata/odata.ts';
import type { Query } from '../query.ts';
import { withoutField } from './fieldSteps.ts';
import { builderTitle, type Outcome } from './outcome.ts';

const title = `${builderTitle}: Edit as Text`;

/** Lets the user write an OData filter; conditions on loaded rows, which OData has no words for, stay. */
export async function editAsText(query: Query): Promise<Outcome> {
	const { readOdata } = await import('../odata/read.ts');
	const look = { title, placeholder: "status eq 'New'", prompt: 'An OData $filter', back: true };
	const ended = await enterStep({ ...look, value: filterText(query, Date.now()) }, (text) => {
		const read = readOdata(text);
		return 'refusal' in read ? `${read.refusal} (at character ${read.position + 1})` : undefined;
	});
	if (ended === undefined || ended === 'back') return ended;
	const read = readOdata(ended.picked);
	if ('refusal' in read) return 'back';
	if (read.undocumented.length > 0) {
		const sure = await confirmUndocumented(read.undocumented);
		if (sure !== true) return sure === 'back' ? editAsText(query) : undefined;
	}
	return { query: { ...loadedOnly(query), ...read.query } };
}

/** Says what the service may refuse before it is sent. */
async function confirmUndocumented(undocumented: readonly string[]): Promise<true | 'back' | undefined> {
	const use = { label: '$(warning) Use it all the same', detail: undocumentedText(undocumented) };
	const edit = { label: '$(edit) Change the text' };
	const placeholder = undocumentedText(undocumented);
	const ended = await pickStep<vscode.QuickPickItem>([use, edit], { title, placeholder, back: true });
	if (ended === undefined) return undefined;
	return ended !== 'back' && ended.picked === use ? true : 'back';
}

function undocumentedText(undocumented: readonly string[]): string {
	return `Partner Center's documentation does not show ${undocumented.join(', ')}; it may refuse the filter.`;
}

function loadedOnly(query: Query): Query {
	return queryFields
		.filter(({ asked }) => asked === 'service')
		.reduce((rest, { name }) => withoutField(rest, name), query);
}
