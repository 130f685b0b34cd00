import * as vscode from 'vscode';

/**
 * The least that opening a panel from a row of a tree can be: a row, and a page of one word; and the least that a list of
 * 100,000 rows can be, of which only those in sight are drawn.
 * @param {vscode.ExtensionContext} context
 */
export function activate({ subscriptions }) {
	const items = [
		itemFor('Open an empty panel', 'emptyPanel.open'),
		itemFor('Open a bare list', 'emptyPanel.openList'),
	];
	const tree = { getChildren: () => items, getTreeItem: (/** @type {vscode.TreeItem} */ item) => item };
	subscriptions.push(
		vscode.window.registerTreeDataProvider('emptyPanel.view', tree),
		vscode.commands.registerCommand('emptyPanel.open', () => open('Empty')),
		vscode.commands.registerCommand('emptyPanel.openList', () => open(bareList)),
	);
}

/**
 * @param {string} label
 * @param {string} command
 */
function itemFor(label, command) {
	const item = new vscode.TreeItem(label);
	item.command = { command, title: 'Open' };
	return item;
}

/** @param {string} body */
function open(body) {
	const column = { viewColumn: vscode.ViewColumn.Active, preserveFocus: true };
	const panel = vscode.window.createWebviewPanel('emptyPanel', 'Empty', column, { enableScripts: true });
	panel.webview.html = `<!DOCTYPE html><html lang="en"><body>${body}</body></html>`;
}

const bareList = `
	<div id="list" style="height: 90vh; overflow: auto">
		<div id="rows" style="position: relative; height: ${100_000 * 30}px"></div>
	</div>
	<script>
		const list = document.getElementById('list');
		const rows = document.getElementById('rows');
		const drawn = Array.from({ length: Math.ceil(innerHeight / 30) + 2 }, () => {
			const row = document.createElement('div');
			row.className = 'line row';
			row.style.cssText = 'position: absolute; top: 0; height: 30px';
			row.append('');
			rows.append(row);
			return row;
		});
		function draw() {
			const first = Math.floor(list.scrollTop / 30);
			for (const [place, row] of drawn.entries()) {
				row.style.transform = 'translateY(' + (first + place) * 30 + 'px)';
				row.firstChild.data = 'Row ' + (first + place);
			}
		}
		list.addEventListener('scroll', draw);
		draw();
	</script>
`;
