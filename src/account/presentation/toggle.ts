import * as vscode from 'vscode';
import { PartnerError } from '../../partner/error.ts';
import type { Presentation } from './presentation.ts';

/**
 * Masks what is shown, or no longer, in this window at once and in all others of the user as soon as they hear of the setting.
 * @throws {PartnerError} `settingsNotWritten`, once this window does as the user wants
 */
export async function togglePresentation(presentation: Presentation): Promise<void> {
	const isOn = !presentation.isOn;
	await presentation.show(isOn);
	const settings = vscode.workspace.getConfiguration('partnerReferrals');
	await settings
		.update('presentationMode', isOn || undefined, vscode.ConfigurationTarget.Global)
		.then(undefined, () => {
			throw new PartnerError('settingsNotWritten');
		});
}
