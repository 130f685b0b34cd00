import * as vscode from 'vscode';
import { presenting } from '../../../editor/presenting.ts';
import { pickStep } from '../../../editor/quickStep.ts';
import { showText } from '../../../editor/showText.ts';
import type { ListedReferral } from '../../../listing/arranging/listed.ts';
import { asItem } from '../../../text/asItem.ts';
import { plural } from '../../../text/plural.ts';
import { fileWords } from '../../editor/fileWords.ts';
import { countedProblems, type Judged } from '../judged.ts';
import { bulkReport } from '../report.ts';
import { pickTemplate, type Template } from './pickTemplate.ts';

/** What is to be written, and below which headers, if not the documented ones. */
export interface Wanted {
	readonly rows: readonly ListedReferral[];
	readonly headers?: readonly string[];
}

interface Item extends vscode.QuickPickItem {
	/** What is written; without it, something else is done and the question asked again. */
	readonly lines?: readonly Judged[];
	readonly template?: true;
}

/** Shows what Partner Center would refuse, and lets the user choose what to write; undefined when they left. */
export async function pickLines(all: readonly Judged[]): Promise<Wanted | undefined> {
	let template: Template | undefined;
	const title = vscode.l10n.t('Export for Bulk Update');
	for (;;) {
		const ended = await pickStep(itemsFor(all, template), { title, placeholder: wrongText(all) });
		if (!ended || ended === 'back') return undefined;
		const { lines, template: asksForTemplate } = ended.picked;
		if (lines) return { rows: lines.map(({ row }) => row), ...(template && { headers: template.headers }) };
		if (asksForTemplate) template = (await pickTemplate()) ?? template;
		// What is shown stays beside the question.
		else await showText(vscode.l10n.t('Bulk update problems.txt'), bulkReport(all, presenting()));
	}
}

function goodOf(all: readonly Judged[]): readonly Judged[] {
	return all.filter(({ problems }) => problems.length === 0);
}

function itemsFor(all: readonly Judged[], template: Template | undefined): readonly Item[] {
	const good = goodOf(all);
	const goodItem = { label: asItem(goodText(good.length)), lines: good };
	const templateItem = {
		label: vscode.l10n.t('Use the headers of a template…'),
		description: template ? asItem(fileWords(template.uri)) : '',
		detail: vscode.l10n.t(
			'Of one from Partner Center, or of a file downloaded there; otherwise the documented ones',
		),
		template: true,
	} as const;
	if (good.length === all.length) return [goodItem, templateItem];
	const allItem = {
		label: asItem(allText(all.length)),
		detail: vscode.l10n.t('The column Errors says what is wrong with each'),
		lines: all,
	};
	return [...(good.length > 0 ? [goodItem] : []), allItem, templateItem, ...problemItems(all)];
}

function problemItems(all: readonly Judged[]): readonly Item[] {
	return [
		{ label: vscode.l10n.t('Show the problems by referral') },
		{ label: vscode.l10n.t('Problems'), kind: vscode.QuickPickItemKind.Separator },
		...countedProblems(all).map(([problem, count]) => ({
			label: asItem(problem),
			description: asItem(countText(count)),
		})),
	];
}

function wrongText(all: readonly Judged[]): string {
	const wrong = all.length - goodOf(all).length;
	if (wrong === 0) return vscode.l10n.t('Nothing was found that Partner Center would refuse');
	return vscode.l10n.t('Partner Center may refuse {0} of {1}', shownCount(wrong), shownCount(all.length));
}

function goodText(count: number): string {
	return vscode.l10n.t('Write the {0} without problems', shownCount(count));
}

function allText(count: number): string {
	return plural(count, {
		one: vscode.l10n.t('Write it all the same'),
		other: vscode.l10n.t('Write all {0}', shownCount(count)),
	});
}

function countText(count: number): string {
	return plural(count, {
		one: vscode.l10n.t('{0} referral', shownCount(count)),
		other: vscode.l10n.t('{0} referrals', shownCount(count)),
	});
}

function shownCount(count: number): string {
	return count.toLocaleString(vscode.env.language);
}
