import * as vscode from 'vscode';
import { telling } from '../editor/tell.ts';
import type { Stage } from './stage.ts';

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

/** @param chosenOn the element of the tree, the id of a referral, or whatever somebody else may give */
async function run(command: string, chosenOn: unknown, stage: Stage): Promise<void> {
	stage.agreement.mayAsk();
	const { commandsOn } = await import('./commands.ts');
	const [, name = ''] = command.split('.');
	const commands = commandsOn(stage);
	if (Object.hasOwn(commands, name))
		await commands[name]?.(typeof chosenOn === 'string' ? chosenOn : undefined);
}
