import * as vscode from 'vscode';
import { changedParts } from './pageChange.ts';
import { type PageLook, pageDocument } from './pageDocument.ts';

/** What decides about a page: what it shows, and what is done for it. */
export interface PageController<State extends object, Message> {
	/** What the page shows now, in parts, each of which is told when it is another one. */
	state(): State;
	/** Reads a message of the page, which shows strangers' text; undefined for what is none. */
	read(message: unknown): Message | undefined;
	/** Does what the page asks for. */
	answer(message: Message): unknown;
	/** Why that failed. */
	failed(error: unknown): void;
	/** The user came to the page, or it came to sight or left it. */
	focused(): void;
	/** The panel has gone. */
	closed(): void;
}

/** What a page needs of the editor's panel. */
export interface Panel
	extends Pick<
		vscode.WebviewPanel,
		| 'title'
		| 'active'
		| 'visible'
		| 'viewColumn'
		| 'reveal'
		| 'dispose'
		| 'onDidChangeViewState'
		| 'onDidDispose'
	> {
	readonly webview: Pick<vscode.Webview, 'html' | 'postMessage' | 'onDidReceiveMessage'>;
}

/** A page in a panel of the editor. Its state is in the document; later changes go in as few messages as will do. */
export class Page<State extends object, Message> implements vscode.Disposable {
	readonly #panel: Panel;
	readonly #look: PageLook;
	readonly #controller: PageController<State, Message>;
	readonly #subscriptions: vscode.Disposable;
	/** What the document has in it. */
	#inside: State;
	#told: State;
	#wasReady = false;
	#isClosed = false;
	#scheduled: NodeJS.Immediate | undefined;

	constructor(panel: Panel, look: PageLook, controller: PageController<State, Message>) {
		this.#panel = panel;
		this.#look = look;
		this.#controller = controller;
		this.#told = controller.state();
		this.#inside = this.#told;
		this.#subscriptions = vscode.Disposable.from(
			panel.webview.onDidReceiveMessage((message: unknown) => this.#hear(message)),
			panel.onDidChangeViewState(() => this.#viewed()),
			panel.onDidDispose(() => this.#release()),
		);
		this.#draw();
	}

	/** Whether the page is what the user looks at. */
	get active(): boolean {
		return this.#panel.active;
	}

	/** Whether it can be seen. */
	get visible(): boolean {
		return this.#panel.visible;
	}

	get column(): vscode.ViewColumn | undefined {
		return this.#panel.viewColumn;
	}

	/** What its tab is called, which the editor writes to disk. */
	set title(title: string) {
		if (this.#panel.title !== title) this.#panel.title = title;
	}

	/** Brings it to sight where it is; the focus stays. */
	reveal(): void {
		this.#panel.reveal(undefined, true);
	}

	/** Gives it the focus, where it is unless another place is given. */
	focus(column?: vscode.ViewColumn): void {
		this.#panel.reveal(column);
	}

	/** The state may be another one: it is looked at, and told, once everything that goes on in this turn is done. */
	changed(): void {
		if (!this.#isClosed) this.#scheduled ??= setImmediate(() => this.#tell());
	}

	/** Makes the page anew from what it shows now, so that nothing stays in it of what it showed. */
	renew(): void {
		if (this.#isClosed) return;
		clearImmediate(this.#scheduled);
		this.#scheduled = undefined;
		this.#told = this.#controller.state();
		this.#draw();
	}

	/** Tells the page something besides its state, such as what it has asked for. */
	post(message: { readonly type: string }): void {
		// Where the panel goes meanwhile, there is nobody to tell.
		this.#panel.webview.postMessage(message).then(undefined, () => {});
	}

	dispose(): void {
		this.#panel.dispose();
	}

	#draw(): void {
		const { bundle } = vscode.l10n;
		this.#panel.webview.html = pageDocument(
			this.#look,
			{ language: vscode.env.language, bundle },
			this.#told,
		);
		this.#inside = this.#told;
	}

	/** The editor makes a page that comes to sight again from its document, which then must not be an old one. */
	#viewed(): void {
		if (!this.visible && this.#inside !== this.#told) this.#draw();
		this.#controller.focused();
	}

	#tell(): void {
		this.#scheduled = undefined;
		const state = this.#controller.state();
		const changed = changedParts(this.#told, state);
		if (Object.keys(changed).length === 0) return;
		this.#told = state;
		this.post({ type: 'change', ...changed });
	}

	#hear(message: unknown): void {
		const type = typeof message === 'object' && message !== null && 'type' in message && message.type;
		if (type === 'ready') this.#ready();
		else if (type === 'focus') this.#controller.focused();
		else void this.#answer(message);
	}

	/**
	 * The first time, the page knows what is in its document; when it comes to sight again, it has forgotten everything. What
	 * was told before it was there is told again, because the editor may have put it into another place meanwhile.
	 */
	#ready(): void {
		if (this.#wasReady || this.#inside !== this.#told) this.post({ type: 'change', ...this.#told });
		this.#wasReady = true;
	}

	async #answer(message: unknown): Promise<void> {
		try {
			const read = this.#controller.read(message);
			if (read !== undefined) await this.#controller.answer(read);
		} catch (error) {
			this.#controller.failed(error);
		}
	}

	#release(): void {
		this.#isClosed = true;
		clearImmediate(this.#scheduled);
		this.#subscriptions.dispose();
		this.#controller.closed();
	}
}
