import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { enterStep, pickStep } from '../../editor/quickStep.ts';
import { asItem } from '../../text/asItem.ts';
import { withoutField } from '../field.ts';
import { queryFields } from '../fields.ts';
import { filterText } from '../odata/odata.ts';
import type { Query } from '../query.ts';
import { type Outcome, stepTitle } from './outcome.ts';
import { relativeAgain } from './relativeAgain.ts';

/** What is being edited: relative dates stand in the text as the instants that they were when it was first shown. */
interface Edited {
	readonly query: Query;
	readonly shownAt: number;
}

/** Lets the user write an OData filter; conditions on loaded rows, which OData has no words for, stay. */
export async function editAsText(query: Query): Promise<Outcome> {
	const shownAt = Date.now();
	return enterFilter({ query, shownAt }, filterText(query, shownAt));
}

async function enterFilter(edited: Edited, value: string): Promise<Outcome> {
	const [{ readOdata }, { pastedFilter }] = await Promise.all([
		import('../odata/read.ts'),
		import('../odata/pastedFilter.ts'),
	]);
	const look = {
		title: title(),
		placeholder: "status eq 'New'",
		prompt: l10n.t('An OData $filter'),
		back: true,
	};
	const ended = await enterStep({ ...look, value }, (text) => {
		const filter = pastedFilter(text);
		const read = readOdata(filter);
		if (!('refusal' in read)) return undefined;
		// The filter stands elsewhere in an address.
		if (filter !== text) return read.refusal;
		return l10n.t('{0} (at character {1})', read.refusal, read.position + 1);
	});
	if (ended === undefined || ended === 'back') return ended;
	const read = readOdata(pastedFilter(ended.picked));
	if ('refusal' in read) return 'back';
	if (read.undocumented.length > 0) {
		const sure = await confirmUndocumented(read.undocumented);
		if (sure !== true) return sure === 'back' ? enterFilter(edited, ended.picked) : undefined;
	}
	const { query, shownAt } = edited;
	if (ended.picked === filterText(query, shownAt)) return { query };
	return { query: { ...loadedOnly(query), ...relativeAgain(read.query, query, shownAt) } };
}

/** Says what the service may refuse before it is sent. */
async function confirmUndocumented(undocumented: readonly string[]): Promise<true | 'back' | undefined> {
	const warning = l10n.t(
		"Partner Center's documentation does not show {0}; it may refuse the filter.",
		asItem(undocumented.join(', ')),
	);
	const use = { label: `$(warning) ${l10n.t('Use it all the same')}`, detail: warning };
	const edit = { label: `$(edit) ${l10n.t('Change the text')}` };
	const look = { title: title(), placeholder: warning, back: true };
	const ended = await pickStep<vscode.QuickPickItem>([use, edit], look);
	if (ended === undefined) return undefined;
	return ended !== 'back' && ended.picked === use ? true : 'back';
}

function title(): string {
	return stepTitle(l10n.t('Edit as Text'));
}

function loadedOnly(query: Query): Query {
	return queryFields
		.filter(({ asked }) => asked === 'service')
		.reduce((rest, { name }) => withoutField(rest, name), query);
}
