import * as vscode from 'vscode';
import { telling } from '../editor/tell.ts';
import type { Row } from '../tree/row.ts';
import type { Stage } from './commands.ts';

/** Registers every command of the manifest; what one does is loaded when it is run, and a failure told in one sentence. */
export function registerCommands(stage: Stage): vscode.Disposable {
	const manifest: { contributes: { commands: { command: string }[] } } = stage.extension.packageJSON;
	const registrations = manifest.contributes.commands.map(({ command }) =>
		vscode.commands.registerCommand(command, (chosenOn?: unknown) =>
			telling(() => run(command, chosenOn, stage), stage),
		),
	);
	return vscode.Disposable.from(...registrations);
}

async function run(command: string, chosenOn: unknown, stage: Stage): Promise<void> {
	const { commandsOn } = await import('./commands.ts');
	const [, name = ''] = command.split('.');
	await commandsOn(stage)[name]?.(isRow(chosenOn) ? chosenOn : undefined);
}

/** Menus of the editor and of a page say where they were opened, too; that is no row. */
function isRow(chosenOn: unknown): chosenOn is Row {
	return typeof chosenOn === 'object' && chosenOn !== null && 'kind' in chosenOn;
}
