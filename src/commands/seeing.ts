import * as vscode from 'vscode';
import { readRememberSeen } from '../account/settings.ts';
import { presenting } from '../editor/presenting.ts';
import type { Session } from '../listing/session.ts';
import { Shelves } from '../listing/since/editor/shelves.ts';
import type { Surroundings } from '../listing/since/follower.ts';
import type { Shelf } from '../listing/since/keeping.ts';
import type { Clock } from '../referral/clock.ts';
import type { Stage } from './stage.ts';

/** Takes for seen what the user looks at from now on, a page or a document, and keeps it where the user wants that. */
export function seeing(stage: Stage, context: vscode.ExtensionContext): Surroundings {
	const made = new Seeing(stage, context);
	context.subscriptions.push(made);
	return made;
}

class Seeing implements Surroundings, vscode.Disposable {
	readonly clock: Clock = presenting().clock;
	readonly #stage: Stage;
	readonly #shelves: Shelves;
	readonly #subscription: vscode.Disposable;

	constructor(stage: Stage, places: Pick<vscode.ExtensionContext, 'globalStorageUri' | 'secrets'>) {
		this.#stage = stage;
		this.#shelves = new Shelves(places, readRememberSeen);
		const look = () => stage.changes.saw(this.looksAt());
		this.#subscription = vscode.Disposable.from(
			stage.details.onDidShow(look),
			vscode.window.onDidChangeActiveTextEditor(look),
			vscode.window.onDidChangeWindowState(({ focused }) => {
				if (!focused) return;
				look();
				void stage.changes.look();
			}),
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration('partnerReferrals.rememberSeen')) void this.#beginAnew();
			}),
		);
	}

	shelfFor(session: Session): Promise<Shelf | undefined> {
		return this.#shelves.of(session);
	}

	/** Whoever is at another window sees nothing. */
	looksAt(): readonly string[] {
		const { details, documents } = this.#stage;
		if (!vscode.window.state.focused) return [];
		return [...details.inSight, ...(documents.active === undefined ? [] : [documents.active])];
	}

	dispose(): void {
		this.#subscription.dispose();
	}

	/** The user wants something else to be kept than before. */
	async #beginAnew(): Promise<void> {
		this.#stage.changes.startOver();
		if (!readRememberSeen()) await this.#shelves.forget();
	}
}
