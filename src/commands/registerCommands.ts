import * as vscode from 'vscode';
import { telling } from '../editor/tell.ts';
import type { Stage } from './stage.ts';

/** Registers every command of the manifest; what one does is loaded when it is run, and a failure told in one sentence. */
export function registerCommands(stage: Stage): vscode.Disposable {
	const manifest: { contributes: { commands: { command: string }[] } } = stage.extension.packageJSON;
	const registrations = manifest.contributes.commands.map(({ command }) =>
		vscode.commands.registerCommand(command, (given?: unknown, selected?: unknown) =>
			telling(() => run(command, [given, selected], stage), stage),
		),
	);
	return vscode.Disposable.from(...registrations);
}

/** @param given what a menu or a key gives, or whatever somebody else may give */
async function run(command: string, given: readonly unknown[], stage: Stage): Promise<void> {
	stage.agreement.mayAsk();
	const [{ commandsOn }, { givenTo, isByKeys }, { MeantRows }] = await Promise.all([
		import('./commands.ts'),
		import('./chosen/givenTo.ts'),
		import('./chosen/meantRows.ts'),
	]);
	const [, name = ''] = command.split('.');
	// What the command says may have to be masked. That is ended also where it could not begin.
	if (name !== 'togglePresentation') await stage.presentation.ready;
	const commands = commandsOn(stage);
	const onPage = async (id: string) => (await import('./pipelinePage.ts')).meantOnPage(stage, id);
	const rows = new MeantRows(stage.view.selected, onPage);
	const act = async () => commands[name]?.(...(await givenTo(given, rows)));
	if (Object.hasOwn(commands, name)) await (isByKeys(given[0]) ? inTurn(act) : act());
}

/** What the key did that was pressed last, done or not. */
let last: Promise<unknown> = Promise.resolve();

/** A key that is pressed again means the row that it then leads to. */
function inTurn(act: () => Promise<unknown>): Promise<unknown> {
	const turn = last.then(act);
	last = turn.catch(() => {});
	return turn;
}
