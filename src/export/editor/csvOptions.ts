import * as vscode from 'vscode';
import type { CsvOptions } from '../csv.ts';

const separators: ReadonlyMap<unknown, CsvOptions['separator']> = new Map([
	['comma', ','],
	['semicolon', ';'],
	['tab', '\t'],
]);

/** Reads how CSV is to be written; what is no such word counts as none. */
export function readCsvOptions(): CsvOptions {
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	return {
		separator: separators.get(settings.get('csvSeparator')) ?? ',',
		protectsDigits: settings.get<unknown>('csvProtectDigits') === true,
	};
}
