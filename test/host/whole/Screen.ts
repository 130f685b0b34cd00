import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';
import { Prompt } from './Prompt.ts';
import { replace } from './replace.ts';

type Button = string | vscode.MessageItem;

/** A message, which stays until it is answered. */
class Message {
	readonly text: string;
	readonly #buttons: readonly Button[];
	readonly #answer = Promise.withResolvers<Button | undefined>();
	isOpen = true;

	constructor(text: string, buttons: readonly Button[]) {
		this.text = text;
		this.#buttons = buttons;
	}

	get answered(): Promise<Button | undefined> {
		return this.#answer.promise;
	}

	/** Presses a button; without one, closes it. */
	answer(title?: string): void {
		const button = this.#buttons.find((each) => titleOf(each) === title);
		assert.ok(title === undefined || button, `“${this.text}” has no button ${title}.`);
		this.isOpen = false;
		this.#answer.resolve(button);
	}

	get buttons(): readonly string[] {
		return this.#buttons.map(titleOf);
	}
}

class SaveDialog {
	readonly #answer = Promise.withResolvers<vscode.Uri | undefined>();
	isOpen = true;

	get answered(): Promise<vscode.Uri | undefined> {
		return this.#answer.promise;
	}

	answer(target?: vscode.Uri): void {
		this.isOpen = false;
		this.#answer.resolve(target);
	}
}

/** Something that takes its time, as the user sees it. */
class Task {
	readonly title: string;
	readonly cancellable: boolean;
	readonly #source = new vscode.CancellationTokenSource();
	isRunning = true;

	constructor({ title = '', cancellable = false }: vscode.ProgressOptions) {
		this.title = title;
		this.cancellable = cancellable;
	}

	get token(): vscode.CancellationToken {
		return this.#source.token;
	}

	cancel(): void {
		this.#source.cancel();
	}
}

/**
 * What VS Code shows for the extension and a test window has no hands for. Messages are closed at once unless they are
 * to be kept; prompts and dialogs wait for an answer.
 */
export class Screen {
	readonly messages: Message[] = [];
	readonly prompts: Prompt[] = [];
	readonly tasks: Task[] = [];
	/** What was copied, the latest last. */
	readonly copied: string[] = [];
	readonly #saveDialogs: SaveDialog[] = [];
	readonly #restore: readonly (() => void)[];
	#kept: RegExp | undefined;
	/** Where the user was asked whether a sign-in may go, which is agreed to at once unless it's to be kept. */
	readonly agreements: string[] = [];

	constructor() {
		const { window } = vscode;
		const message = (text: string, ...rest: unknown[]) => this.#show(text, rest);
		const prompt = () => this.#add(this.prompts, new Prompt());
		const clipboard = {
			readText: async () => this.copied.at(-1) ?? '',
			writeText: async (text: string) => void this.copied.push(text),
		};
		this.#restore = [
			replace(window, 'showInformationMessage', message),
			replace(window, 'showWarningMessage', message),
			replace(window, 'showErrorMessage', message),
			replace(window, 'createQuickPick', prompt),
			replace(window, 'createInputBox', prompt),
			replace(window, 'showQuickPick', pickFrom(prompt)),
			replace(window, 'showInputBox', enterInto(prompt)),
			replace(window, 'showSaveDialog', () => this.#add(this.#saveDialogs, new SaveDialog()).answered),
			replace(window, 'withProgress', this.#withProgress),
			replace(vscode.env, 'clipboard', clipboard),
		];
	}

	/** Keeps messages that match open until they are answered. */
	keep(messages: RegExp): void {
		this.#kept = messages;
	}

	/** The texts of all messages so far. */
	get said(): string {
		return this.messages.map(({ text }) => text).join('\n');
	}

	/** A message that is open, once there is one. */
	message(text: RegExp): Promise<Message> {
		return this.#opened(this.messages, (each) => text.test(each.text), `message ${text}`);
	}

	/** A prompt that is open, once there is one. */
	prompt(title: RegExp): Promise<Prompt> {
		return this.#opened(this.prompts, (each) => title.test(each.title ?? ''), `prompt ${title}`);
	}

	/** A question that is open, once there is one, in whatever form it is asked. */
	async question(): Promise<{ readonly dismiss: () => void }> {
		return eventually(() => {
			const message = this.messages.findLast(({ isOpen }) => isOpen);
			const prompt = this.prompts.findLast(({ isOpen }) => isOpen);
			assert.ok(message || prompt, 'The user is asked nothing.');
			return { dismiss: () => (message ? message.answer() : prompt?.hide()) };
		});
	}

	saveDialog(): Promise<SaveDialog> {
		return this.#opened(this.#saveDialogs, () => true, 'dialog to save');
	}

	/** Closes all that is open, and gives VS Code its own hands back. */
	close(): void {
		for (const each of this.#restore) each();
		for (const each of this.prompts) each.hide();
		for (const each of [...this.messages, ...this.#saveDialogs]) each.answer();
		for (const each of this.tasks) each.cancel();
	}

	async #opened<T extends { readonly isOpen: boolean }>(
		all: readonly T[],
		matches: (each: T) => boolean,
		name: string,
	): Promise<T> {
		return eventually(() => {
			const found = all.findLast((each) => each.isOpen && matches(each));
			assert.ok(found, `There is no ${name}. Said was: ${this.said || 'nothing'}`);
			return found;
		});
	}

	#show(text: string, rest: readonly unknown[]): Promise<Button | undefined> {
		const shown = new Message(text, rest.filter(isButton));
		const kept = this.#kept?.test(text) ?? false;
		const isAgreement = /^Send your sign-in to /.test(text);
		if (isAgreement) this.agreements.push(text);
		if (kept || !isAgreement) this.messages.push(shown);
		if (!kept) shown.answer(isAgreement ? 'Agree' : undefined);
		return shown.answered;
	}

	#add<T>(all: T[], each: T): T {
		all.push(each);
		return each;
	}

	readonly #withProgress = async (
		options: vscode.ProgressOptions,
		run: (progress: vscode.Progress<unknown>, token: vscode.CancellationToken) => Thenable<unknown>,
	): Promise<unknown> => {
		const task = this.#add(this.tasks, new Task(options));
		try {
			return await run({ report: () => {} }, task.token);
		} finally {
			task.isRunning = false;
		}
	};
}

function titleOf(button: Button): string {
	return typeof button === 'string' ? button : button.title;
}

/** Options come among the buttons, and have no title. */
function isButton(value: unknown): value is Button {
	if (typeof value === 'string') return true;
	return typeof value === 'object' && value !== null && 'title' in value;
}

function pickFrom(prompt: () => Prompt) {
	return async (
		items: readonly (string | vscode.QuickPickItem)[] | Thenable<readonly (string | vscode.QuickPickItem)[]>,
		options: vscode.QuickPickOptions = {},
	): Promise<unknown> => {
		const pick = prompt();
		const given = await items;
		const shown = given.map((item) => (typeof item === 'string' ? { label: item } : item));
		pick.title = options.title ?? options.placeHolder;
		pick.items = shown;
		const ended = end(pick, () => given[indexOf(shown, pick.selectedItems[0])]);
		pick.show();
		return ended;
	};
}

function indexOf(items: readonly unknown[], item: unknown): number {
	return items.indexOf(item);
}

function enterInto(prompt: () => Prompt) {
	return async (options: vscode.InputBoxOptions = {}): Promise<unknown> => {
		const box = prompt();
		box.title = options.title ?? options.prompt;
		box.value = options.value ?? '';
		const ended = end(box, () => box.value);
		box.show();
		return ended;
	};
}

async function end(prompt: Prompt, result: () => unknown): Promise<unknown> {
	const { promise, resolve } = Promise.withResolvers<unknown>();
	prompt.onDidAccept(() => resolve(result()));
	prompt.onDidHide(() => resolve(undefined));
	return promise.finally(() => prompt.hide());
}
