/** User settings under which VS Code shows nothing that wasn't asked for. */
export const calmSettings = {
	'chat.disableAIFeatures': true,
	'workbench.startupEditor': 'none',
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.tips.enabled': false,
	'workbench.enableExperiments': false,
	'workbench.colorTheme': 'Default Dark Modern',
	'window.autoDetectColorScheme': false,
	'security.workspace.trust.enabled': false,
	'telemetry.telemetryLevel': 'off',
	'extensions.autoCheckUpdates': false,
	'extensions.ignoreRecommendations': true,
	'update.showReleaseNotes': false,
	'git.enabled': false,
} satisfies Record<string, unknown>;
