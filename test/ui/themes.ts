/** The themes everybody has, and the class by which the workbench shows each. */
export const themes = {
	'Default Dark Modern': 'vscode-theme-defaults-themes-dark_modern-json',
	'Default Light Modern': 'vscode-theme-defaults-themes-light_modern-json',
	'Default High Contrast': 'vscode-theme-defaults-themes-hc_black-json',
	'Default High Contrast Light': 'vscode-theme-defaults-themes-hc_light-json',
};

export type Theme = keyof typeof themes;
