/**
 * Every program that is fetched, each from the npm registry and each at one version.
 * VS Code comes inside the package `code-server`, whose 4.x.y holds VS Code 1.x.y.
 */
export const pieces = {
	node: {
		24: { 'linux-x64': '24.21.0', 'linux-arm64': '24.21.0', 'win32-x64': '24.21.0', 'darwin-x64': '24.18.1' },
		22: { 'linux-x64': '22.23.3', 'linux-arm64': '22.23.3', 'win32-x64': '22.23.3', 'darwin-x64': '22.23.3' },
	},
	/** The newest VS Code that can be had, the oldest one that package.json promises to support, and some between to try; `node` is what each was built for. */
	vsCode: {
		newest: { version: '1.139.1', package: 'code-server@4.139.1', node: 24 },
		oldest: { version: '1.106.3', package: 'code-server@4.106.3', node: 22 },
		'1.110.0': { version: '1.110.0', package: 'code-server@4.110.0', node: 22 },
		'1.117.0': { version: '1.117.0', package: 'code-server@4.117.0', node: 22 },
		'1.133.0': { version: '1.133.0', package: 'code-server@4.133.0', node: 24 },
	},
	chromium: { version: '153.0.0', package: '@sparticuz/chromium@153.0.0' },
};
