import type { FrameLocator } from 'playwright-core';
import type { VsCodeWindow } from '../ui/VsCodeWindow.ts';

/** When the mouse was let go, in milliseconds since 1970. */
export function clickIn({ page }: VsCodeWindow): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const listen = ({ timeStamp }: Event) => resolve(performance.timeOrigin + timeStamp);
				document.addEventListener('pointerup', listen, { capture: true, once: true });
			}),
	);
}

/** The page of the panel in front. */
export function contentOf({ page }: VsCodeWindow): FrameLocator {
	return page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
}

/** Closes all editors, and lets the window come to rest. */
export async function closeEditors({ page, palette }: VsCodeWindow): Promise<void> {
	await page.waitForTimeout(300);
	await palette.run('View: Close All Editors');
	await page.locator('iframe.webview').first().waitFor({ state: 'detached' });
	await page.waitForTimeout(300);
}
