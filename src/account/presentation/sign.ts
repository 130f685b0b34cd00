import * as vscode from 'vscode';

/** Says in the status bar that what is shown is masked, for as long as it is; a click ends that. */
export function presentationSign(): vscode.Disposable {
	const item = vscode.window.createStatusBarItem(
		'partnerReferrals.presentation',
		vscode.StatusBarAlignment.Left,
		1000,
	);
	const name = vscode.l10n.t('Presentation mode');
	item.name = vscode.l10n.t('Partner Referrals: presentation mode');
	item.text = `$(eye-closed) ${name}`;
	item.tooltip = vscode.l10n.t(
		'Partner Referrals hides who the customers and people are. Click to show them again.',
	);
	item.accessibilityInformation = {
		label: vscode.l10n.t(
			'Presentation mode of Partner Referrals is on: customers and people are hidden. Press to show them again.',
		),
		role: 'button',
	};
	item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
	item.command = 'partnerReferrals.togglePresentation';
	item.show();
	return item;
}
