import * as vscode from 'vscode';
import type { Arrangement } from '../listing/arranging/arrangement.ts';
import type { Changes } from '../listing/since/changes.ts';
import { markedIn } from '../listing/since/marked.ts';
import { markWords } from '../listing/since/words.ts';
import type { Presenter } from '../referral/presenter.ts';
import { asMarkdown } from '../text/asMarkdown.ts';
import { plural } from '../text/plural.ts';

/** Words for what is new or has changed since the user looked last. */
export class ChangeMarks {
	readonly #changes: Changes;
	readonly #presenter: Presenter;

	constructor(changes: Changes, presenter: Presenter) {
		this.#changes = changes;
		this.#presenter = presenter;
	}

	/** Why a referral is marked, which may have a stranger's words in it; empty for one that isn't. */
	why(id: string): string {
		const mark = this.#changes.markOf(id);
		return mark ? markWords(mark, this.#presenter).join(', ') : '';
	}

	/** How much of what is loaded in a branch is marked; empty when nothing is. */
	countText(arrangement: Arrangement, key: string): string {
		if (this.#changes.count === 0) return '';
		const count = (kind: 'new' | 'changed') =>
			markedIn(arrangement, key, (id) => this.#changes.markOf(id)?.kind === kind);
		const [added, changed] = [count('new'), count('changed')];
		const texts = [
			added > 0 &&
				plural(added, {
					one: vscode.l10n.t('1 new'),
					other: vscode.l10n.t('{0} new', this.#presenter.count(added)),
				}),
			changed > 0 &&
				plural(changed, {
					one: vscode.l10n.t('1 changed'),
					other: vscode.l10n.t('{0} changed', this.#presenter.count(changed)),
				}),
		];
		return texts.filter((text) => text).join(' · ');
	}

	/** Says in the tooltip of a referral what has changed. */
	tell(tooltip: vscode.MarkdownString, id: string): void {
		const why = this.why(id);
		if (why) tooltip.appendMarkdown(`${asMarkdown(vscode.l10n.t('Since you last looked: {0}', why))}  \n`);
	}
}
