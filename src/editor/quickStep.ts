import * as vscode from 'vscode';
import { asPlain } from '../text/asPlain.ts';

/** What a step of a longer prompt ended with; undefined when the user left. */
export type Ended<T> = { readonly picked: T; readonly button?: vscode.QuickInputButton } | 'back' | undefined;

/** How a step looks. */
export interface StepLook {
	readonly title: string;
	readonly placeholder: string;
	/** Whether there is a step to go back to. */
	readonly back?: boolean;
}

/** Lets the user pick one of several, or click the button of one. */
export async function pickStep<T extends vscode.QuickPickItem>(
	items: readonly T[],
	look: StepLook & { readonly active?: T | undefined },
): Promise<Ended<T>> {
	const step = vscode.window.createQuickPick<T>();
	Object.assign(step, commonLook(look));
	step.items = items;
	step.matchOnDescription = true;
	if (look.active) step.activeItems = [look.active];
	return shown(step, (end) => [
		step.onDidAccept(() => step.selectedItems[0] && end({ picked: step.selectedItems[0] })),
		step.onDidTriggerItemButton(({ item, button }) => end({ picked: item, button })),
		step.onDidTriggerButton(() => end('back')),
	]);
}

/** Lets the user enter a text; what is refused says why and can't be accepted. */
export async function enterStep(
	look: StepLook & { readonly prompt: string; readonly value: string },
	refusal: (text: string) => string | undefined | Promise<string | undefined>,
): Promise<Ended<string>> {
	const step = vscode.window.createInputBox();
	Object.assign(step, commonLook(look), { prompt: asPlain(look.prompt), value: look.value });
	const check = async () => {
		const text = step.value;
		const message = await refusal(text);
		if (text === step.value) step.validationMessage = message === undefined ? undefined : asPlain(message);
		return message === undefined ? text : undefined;
	};
	return shown(step, (end) => [
		step.onDidChangeValue(check),
		step.onDidAccept(async () => {
			const text = await check();
			if (text !== undefined) end({ picked: text });
		}),
		step.onDidTriggerButton(() => end('back')),
	]);
}

/** What all steps have in common. */
export function commonLook({ title, placeholder, back = false }: StepLook) {
	const buttons = back ? [vscode.QuickInputButtons.Back] : [];
	return { title, placeholder, buttons, ignoreFocusOut: true };
}

/** Shows a step until something ends it, or the user leaves. */
export async function shown<T>(
	step: vscode.QuickInput,
	listen: (end: (ended: Ended<T>) => void) => readonly vscode.Disposable[],
): Promise<Ended<T>> {
	const { promise, resolve } = Promise.withResolvers<Ended<T>>();
	const listeners = [...listen(resolve), step.onDidHide(() => resolve(undefined))];
	step.show();
	const ended = await promise;
	for (const listener of listeners) listener.dispose();
	step.dispose();
	return ended;
}
