import * as vscode from 'vscode';

/** Says that the service asked for a pause. @param until milliseconds since 1970 */
export function pauseText(until: number): string {
	const time = new Intl.DateTimeFormat(vscode.env.language, { timeStyle: 'medium' });
	return `Partner Center asks for a pause until ${time.format(until)}`;
}
