import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

type Item = vscode.QuickPickItem;

/** A stand-in for a list or an input box at the top of the window: what the extension puts there, and the hands of a user. */
export class Prompt {
	title: string | undefined;
	placeholder: string | undefined;
	prompt: string | undefined;
	value = '';
	validationMessage: string | vscode.InputBoxValidationMessage | undefined;
	items: readonly Item[] = [];
	activeItems: readonly Item[] = [];
	selectedItems: readonly Item[] = [];
	buttons: readonly vscode.QuickInputButton[] = [];
	isOpen = false;
	readonly #values = new vscode.EventEmitter<string>();
	readonly #accepts = new vscode.EventEmitter<void>();
	readonly #hides = new vscode.EventEmitter<void>();
	readonly #buttons = new vscode.EventEmitter<vscode.QuickInputButton>();
	readonly #itemButtons = new vscode.EventEmitter<vscode.QuickPickItemButtonEvent<Item>>();
	readonly #actives = new vscode.EventEmitter<readonly Item[]>();
	readonly #selections = new vscode.EventEmitter<readonly Item[]>();

	readonly onDidChangeValue = this.#values.event;
	readonly onDidAccept = this.#accepts.event;
	readonly onDidHide = this.#hides.event;
	readonly onDidTriggerButton = this.#buttons.event;
	readonly onDidTriggerItemButton = this.#itemButtons.event;
	readonly onDidChangeActive = this.#actives.event;
	readonly onDidChangeSelection = this.#selections.event;

	// What the extension does.

	show(): void {
		this.isOpen = true;
	}

	hide(): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.#hides.fire();
	}

	dispose(): void {
		this.hide();
	}

	// What a user does.

	/** What stands there, line by line. */
	get text(): string {
		return this.items.map(lineOf).join('\n');
	}

	type(text: string): void {
		this.value = text;
		this.#values.fire(text);
	}

	choose(line: RegExp): void {
		this.taking(line)();
	}

	/** Takes aim at an item that is there now, to choose it later, unless the prompt is closed by then. */
	taking(line: RegExp): () => void {
		const item = this.#item(line);
		return () => {
			if (!this.isOpen) return;
			this.#select([item]);
			this.#accepts.fire();
		};
	}

	/** Checks an item of a list in which several can be, besides those that are. */
	check(line: RegExp): void {
		this.#select([...this.selectedItems, this.#item(line)]);
	}

	/** Presses Enter while the editor draws a new list, in which nothing is checked yet; then it checks what is to be. */
	acceptWhileDrawn(): void {
		const checked = this.selectedItems;
		this.#select([]);
		this.#accepts.fire();
		this.#select(this.selectedItems.length > 0 ? this.selectedItems : checked);
	}

	/** Clicks the button at the right of an item. */
	press(line: RegExp, tooltip: string): void {
		const item = this.#item(line);
		const button = item.buttons?.find((each) => each.tooltip === tooltip);
		assert.ok(button, `${item.label} has no button ${tooltip}.`);
		this.#itemButtons.fire({ item, button });
	}

	/** Types and confirms. */
	enter(text = this.value): void {
		this.type(text);
		this.#accepts.fire();
	}

	#select(items: readonly Item[]): void {
		this.selectedItems = items;
		this.#selections.fire(items);
	}

	#item(line: RegExp): Item {
		const item = this.items.find((each) => line.test(lineOf(each)));
		assert.ok(item, `Nothing matches ${line} in:\n${this.text}`);
		return item;
	}
}

function lineOf({ label, description = '', detail = '' }: Item): string {
	return [label, description, detail].filter((text) => text).join(' | ');
}
