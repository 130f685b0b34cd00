import * as vscode from 'vscode';
import type { MaskWishes } from '../../referral/mask/mask.ts';
import type { MakeMask, MaskSource } from '../../referral/mask/worn.ts';

/**
 * Whether the user presents something, so that what is shown is masked. A setting says so, which windows share and which is
 * there before anything is shown after a reload; what masks is loaded when it is wanted.
 */
export class Presentation implements MaskSource, vscode.Disposable {
	readonly #changes = new vscode.EventEmitter<void>();
	readonly #subscription: vscode.Disposable;
	#wishes: MaskWishes | undefined;
	#make: MakeMask | undefined;
	#ready: Promise<unknown> = Promise.resolve();
	#sign: vscode.Disposable | undefined;
	/** Whether something may have been shown before. */
	#hasBegun = false;

	/** What is shown is masked now, is no longer, or is in another way. */
	readonly onDidChange = this.#changes.event;

	constructor() {
		this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration('partnerReferrals')) this.#follow();
		});
		this.#follow();
		this.#hasBegun = true;
	}

	get isOn(): boolean {
		return this.#wishes !== undefined;
	}

	get make(): MakeMask | undefined {
		return this.#make;
	}

	/** Rejects where what masks can't be loaded, so that nothing is shown rather than all of it. */
	get ready(): Promise<unknown> {
		return this.#ready;
	}

	/** Masks what this window shows, or no longer, whatever the setting says. */
	async show(isOn: boolean): Promise<void> {
		this.#wish(isOn ? { hidesValues: readHidesValues() } : undefined);
		await this.#ready;
	}

	dispose(): void {
		this.#subscription.dispose();
		this.#sign?.dispose();
		this.#changes.dispose();
	}

	#follow(): void {
		this.#wish(readIsOn() ? { hidesValues: readHidesValues() } : undefined);
	}

	#wish(wishes: MaskWishes | undefined): void {
		if (JSON.stringify(wishes) === JSON.stringify(this.#wishes)) return;
		this.#wishes = wishes;
		this.#ready = wishes ? this.#put(wishes, this.#hasBegun) : Promise.resolve();
		this.#ready.catch(() => {});
		if (!wishes) this.#worn(undefined);
	}

	async #put(wishes: MaskWishes, hasShown: boolean): Promise<void> {
		const [{ Mask }, { presentationSign }, { leaveWords }] = await Promise.all([
			import('../../referral/mask/mask.ts'),
			import('./sign.ts'),
			import('./leaving.ts'),
		]);
		// Meanwhile the user may have gone back, or want it otherwise.
		if (this.#wishes !== wishes) return void (await this.#ready);
		this.#sign ??= presentationSign();
		this.#worn((before) => new Mask(wishes, before));
		if (hasShown) await leaveWords();
	}

	#worn(make: MakeMask | undefined): void {
		this.#make = make;
		if (!make) this.#sign?.dispose();
		if (!make) this.#sign = undefined;
		void vscode.commands.executeCommand('setContext', 'partnerReferrals.presenting', make !== undefined);
		this.#changes.fire();
	}
}

/** Whoever wrote something else than yes or no wants something to be hidden. */
function readIsOn(): boolean {
	return settings().get<unknown>('presentationMode') !== false;
}

function readHidesValues(): boolean {
	return settings().get<unknown>('presentationHidesValues') !== false;
}

function settings(): vscode.WorkspaceConfiguration {
	return vscode.workspace.getConfiguration('partnerReferrals');
}
