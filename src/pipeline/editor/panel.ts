import * as vscode from 'vscode';
import { failureText, type WayOut } from '../../editor/failureText.ts';
import { Page, type PageController } from '../../editor/panel/page.ts';
import { loadFirstPages } from '../../listing/firstPages.ts';
import { asPartnerError, type PartnerError } from '../../partner/error.ts';
import { SessionEnded } from '../../partner/sessionEnded.ts';
import type { ToPage } from '../messages/lines.ts';
import { readRequest } from '../messages/readRequest.ts';
import type { FromPage } from '../messages/requests.ts';
import type { PipelineState } from '../messages/state.ts';
import { withoutNames } from '../wishes/naming.ts';
import type { TableWishes } from '../wishes/table.ts';
import { answerPage } from './answers.ts';
import { bodyOf } from './body.ts';
import { Contents } from './contents.ts';
import { coverOf } from './cover.ts';
import { headOf } from './head.ts';
import { Shelf } from './shelf.ts';
import { surfaceOf } from './surface.ts';
import type { Surroundings } from './surroundings.ts';

/** The ways out that are commands by themselves. */
const commands = ['signIn', 'switchAccount', 'filter', 'checkAccess'] as const satisfies readonly WayOut[];

/** The pipeline page: what is loaded of the active query, as a table with charts above it. By itself it asks the service nothing. */
export class PipelinePanel implements PageController<PipelineState, FromPage>, vscode.Disposable {
	readonly around: Surroundings;
	readonly contents: Contents;
	readonly #page: Page<PipelineState, FromPage>;
	readonly #shelf: Shelf;
	readonly #subscriptions: readonly { dispose(): void }[];
	/** How much the user has asked for that goes on. */
	#asking = 0;
	#mishap: PartnerError | undefined;
	/** The row that the user was at last, here or elsewhere. */
	#current: string | undefined;
	/** When the user did something here last, in milliseconds since 1970. */
	#touched = 0;

	constructor(panel: vscode.WebviewPanel, around: Surroundings) {
		this.around = around;
		this.#shelf = new Shelf(around.memory);
		const changed = () => this.#page.changed();
		this.contents = new Contents(around, this.#shelf.read(), changed);
		const title = vscode.l10n.t('Pipeline');
		this.#page = new Page(panel, { code: around.code, title, section: 'pipeline' }, this);
		this.#subscriptions = [
			this.contents,
			around.browsing.onDidChange(changed),
			around.shownIn(() => surfaceOf(panel, () => this.#touched)),
		];
	}

	/** Whether the user looks at the page. */
	get active(): boolean {
		return this.#page.active;
	}

	/** The row that the user is at, while it is shown. */
	get current(): string | undefined {
		const current = this.#current;
		return current !== undefined && this.contents.table.lineOf(current) !== undefined ? current : undefined;
	}

	/** What is meant by whoever looks at it, from top to bottom. */
	get meant(): readonly string[] {
		const { current, contents } = this;
		return current === undefined ? contents.selected : contents.meant(current);
	}

	/** Puts the page where the user sees it, with the focus. */
	focus(): void {
		this.#page.focus();
	}

	/** The user has come to a referral elsewhere: its row is the current one, if there is one; the focus stays where it is. */
	follow(id: string): void {
		const { table } = this.contents;
		const line = table.lineOf(id);
		if (id === this.#current || line === undefined) return;
		this.#current = id;
		this.tell({ type: 'reveal', stamp: table.stamp, line });
	}

	/** The user went to a row. */
	went(id: string): void {
		this.#current = id;
		this.around.went(id);
	}

	/** Words are other ones, such as those of presentation mode; nothing of before stays in the page, nor what names somebody. */
	showAnew(): void {
		this.wish({ filters: withoutNames(this.contents.table.wishes.filters) });
		this.contents.refresh();
		this.#page.renew();
	}

	/** The user wants the table otherwise. */
	wish(wishes: Partial<TableWishes>): void {
		const next = { ...this.contents.table.wishes, ...wishes };
		this.contents.wish(next);
		void this.#shelf.write(next);
		this.#page.changed();
	}

	/** Other rows are selected; the page asks for their lines anew. */
	selected(): void {
		this.#page.changed();
	}

	/** Tells the page what it asked for. */
	tell(message: ToPage): void {
		this.#page.post(message);
	}

	/** Loads what the user sees first of the active query. */
	load(): Promise<void> {
		return this.during(async () => {
			const exploration = await this.around.browsing.opened();
			await loadFirstPages(exploration, exploration.signal);
		});
	}

	/** Does what helps against the failure that the page tells of: what went wrong here, else what others tell of, too. */
	async resolve(): Promise<void> {
		const wayOut = this.#mishap && failureText(this.#mishap).wayOut;
		this.#mishap = undefined;
		this.#page.changed();
		if (wayOut === 'retry') await this.load();
		else await this.around.run(commands.find((command) => command === wayOut) ?? 'resolve');
	}

	/** Shows that something goes on until it is done. */
	async during(task: () => Promise<void>): Promise<void> {
		this.#asking += 1;
		this.#mishap = undefined;
		this.#page.changed();
		try {
			await task();
		} finally {
			this.#asking -= 1;
			this.#page.changed();
		}
	}

	dispose(): void {
		this.#page.dispose();
	}

	state(): PipelineState {
		const { browsing } = this.around;
		const { table, overview, presenter } = this.contents;
		const asking = { isAsking: this.#asking > 0, mishap: this.#mishap };
		return {
			cover: coverOf(browsing, { ...asking, shown: table.matching, presenter }),
			head: headOf(table, browsing.query.value, this.contents.context()),
			...bodyOf(this.contents, browsing, this.#current),
			charts: table.wishes.chartsOpen ? overview.charts : [],
		};
	}

	read(message: unknown): FromPage | undefined {
		return readRequest(message);
	}

	answer(asked: FromPage): Promise<void> {
		this.#touched = Date.now();
		return answerPage(asked, this);
	}

	failed(error: unknown): void {
		if (error instanceof SessionEnded) return;
		this.#mishap = asPartnerError(error);
		this.#page.changed();
	}

	focused(): void {
		if (this.active) this.around.focused();
	}

	closed(): void {
		for (const subscription of this.#subscriptions) subscription.dispose();
		this.around.closed();
	}
}
