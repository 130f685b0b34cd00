import * as vscode from 'vscode';
import { settingsAt } from '../../editor/settingsAt.ts';
import { settingTexts } from '../../editor/settingTexts.ts';
import { PartnerError } from '../../partner/error.ts';
import { asPlain } from '../../text/asPlain.ts';
import { type SettingName, type WrittenSettings, wrongIn } from './schema.ts';

/** They say where a token goes, or whose it is: no other value may stand in for a wrong one. */
const decisive: ReadonlySet<SettingName> = new Set<SettingName>([
	'endpoint',
	'clientId',
	'tenantId',
	'scopes',
]);

/** What was told, with the value that was wrong, so that nobody hears of it twice in a window. */
const told = new Map<SettingName, string>();

/** @throws {PartnerError} `endpointRefused`, `settingRefused`, where a setting is not what it has to be */
export function refuseWrong(written: WrittenSettings): void {
	const setting = wrongIn(written).find((name) => decisive.has(name));
	if (setting === 'endpoint') throw new PartnerError('endpointRefused');
	if (setting) throw new PartnerError('settingRefused', { setting });
}

/** Tells the user once of each other setting that is not what it has to be, while the usual value is used. */
export function tellWrong(written: WrittenSettings): void {
	for (const name of wrongIn(written))
		if (!decisive.has(name)) tellOnce(name, JSON.stringify(written[name]) ?? '');
}

function tellOnce(name: SettingName, value: string): void {
	if (told.get(name) === value) return;
	told.set(name, value);
	const open = vscode.l10n.t('Open Settings');
	const at = settingsAt(new PartnerError('settingRefused', { setting: name }));
	void vscode.window
		.showWarningMessage(asPlain(settingTexts.get(name)?.() ?? name), open)
		.then((chosen) =>
			chosen === open ? vscode.commands.executeCommand('workbench.action.openSettings', at) : undefined,
		);
}
