/** What the menus of the manifest know a row by. */
export function rowContext(id: string): string {
	return JSON.stringify({ webviewSection: 'pipelineRow', id, preventDefaultContextMenuItems: true });
}
