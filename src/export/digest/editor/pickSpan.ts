import * as vscode from 'vscode';
import { enterStep } from '../../../editor/quickStep.ts';
import type { Presenter } from '../../../referral/presenter.ts';
import { asItem } from '../../../text/asItem.ts';
import { type Span, type SpanName, spanCalled, spanNames, spanSince } from '../span.ts';

/** Asks for the time that a digest is of; undefined when the user left. @param fiscalYearStart the first month, from 1 */
export async function pickSpan(presenter: Presenter, fiscalYearStart: number): Promise<Span | undefined> {
	const named = spanNames.map((name) => {
		const span = spanCalled(name, presenter.now, fiscalYearStart);
		return { label: asItem(labels[name]()), description: asItem(daysOf(span, presenter)), span };
	});
	const since = { label: vscode.l10n.t('Since a date…'), span: undefined };
	const chosen = await vscode.window.showQuickPick([...named, since], {
		title: vscode.l10n.t('Copy Digest'),
		placeHolder: vscode.l10n.t('When it happened; only what is loaded of the active query counts'),
	});
	return chosen === since ? enterSpan(presenter) : chosen?.span;
}

const labels = {
	week: () => vscode.l10n.t('Last 7 days'),
	month: () => vscode.l10n.t('This month'),
	lastMonth: () => vscode.l10n.t('Last month'),
	quarter: () => vscode.l10n.t('This fiscal quarter'),
} as const satisfies Record<SpanName, () => string>;

function daysOf({ from, to }: Span, presenter: Presenter): string {
	const dayAt = (instant: number) =>
		presenter.day(`${new Date(instant).toISOString().slice(0, 10)}T00:00:00Z`);
	return `${dayAt(from)} – ${dayAt(to - 1)}`;
}

async function enterSpan(presenter: Presenter): Promise<Span | undefined> {
	const look = {
		title: vscode.l10n.t('Copy Digest'),
		placeholder: '2026-10-01',
		prompt: vscode.l10n.t('Since when: a day such as 2026-10-01, or so long ago, such as 10d, 3w or 2m'),
		value: '',
	};
	const refusal = (text: string) =>
		spanSince(text, presenter.now)
			? undefined
			: vscode.l10n.t('Type a day that has been, such as 2026-10-01, or so long ago, such as 10d.');
	const ended = await enterStep(look, refusal);
	return ended && ended !== 'back' ? spanSince(ended.picked, presenter.now) : undefined;
}
