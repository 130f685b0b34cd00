import * as vscode from 'vscode';
import { failureText } from '../../editor/failureText.ts';
import { Page, type PageController } from '../../editor/panel/page.ts';
import type { Subscription } from '../../listing/emitter.ts';
import type { Session } from '../../listing/session.ts';
import { asPartnerError, type PartnerError } from '../../partner/error.ts';
import type { LinkKind } from '../block.ts';
import type { Details } from '../details.ts';
import { type FromPage, type PageState, readFromPage } from '../messages.ts';
import { Subject } from '../subject.ts';
import { answerPage } from './answers.ts';
import { canOf, neighboursIn } from './around.ts';
import { Arranged } from './arranged.ts';
import { Clipboard } from './clipboard.ts';
import { noticeOf } from './notice.ts';
import type { Opening, Surroundings } from './opening.ts';
import { openPageLink } from './openLink.ts';
import { reasonsIn } from './reasons.ts';
import { RelatedReferrals } from './related.ts';
import { Sides } from './sides.ts';
import { panelTitle } from './title.ts';

/** A details page: what it shows, and what its buttons do. */
export class DetailsPanel implements PageController<PageState, FromPage>, vscode.Disposable {
	readonly #around: Surroundings;
	readonly #subject: Subject;
	readonly #page: Page<PageState, FromPage>;
	readonly #changes: Subscription;
	readonly #sides = new Sides(() => this.#page.changed());
	readonly #clipboard = new Clipboard();
	readonly #arranged = new Arranged();
	readonly #starting: NodeJS.Immediate;
	#focusedId: string;
	#related: RelatedReferrals | undefined;
	/** Something that the user asked for went wrong on this page. */
	#mishap: PartnerError | undefined;
	#pinned: boolean;
	#isClosed = false;

	constructor(panel: vscode.WebviewPanel, { id, session, pinned = false }: Opening, around: Surroundings) {
		const { browsing, code } = around;
		this.#around = around;
		this.#focusedId = id;
		this.#pinned = pinned;
		this.#subject = new Subject(id, session, {
			sessions: browsing.sessions,
			changed: () => this.#subjectChanged(),
		});
		const title = vscode.l10n.t('Referral');
		this.#page = new Page(panel, { code, title, section: 'referral' }, this);
		this.#changes = browsing.onDidChange(() => this.#page.changed());
		// What the editor has to do for a panel takes longer than all that is ours, so that it begins first.
		this.#starting = setImmediate(() => void this.refresh());
	}

	get id(): string {
		return this.#subject.id;
	}

	/** Whether there is anything of somebody's on it; while it waits for that, there isn't. */
	get isFilled(): boolean {
		return this.#subject.state !== undefined;
	}

	/** Whether the page is what the user looks at. */
	get active(): boolean {
		return !this.#isClosed && this.#page.active;
	}

	/** Whether a referral can be seen on it. */
	get inSight(): boolean {
		return !this.#isClosed && this.#page.visible && this.isFilled;
	}

	get pinned(): boolean {
		return this.#pinned;
	}

	get column(): vscode.ViewColumn | undefined {
		return this.#page.column;
	}

	/** Why the page is not as it should be. */
	get failure(): PartnerError | undefined {
		return this.#mishap ?? this.#subject.failure;
	}

	/** Shows what is known of a referral at once and then what the service knows; the last one asked for wins. */
	show(id: string, session: Session): void {
		if (this.#isClosed) return;
		this.#page.reveal();
		this.#mishap = undefined;
		this.#subject.show(id, session);
	}

	/** Keeps the page, beside what is looked at unless it was kept before, and gives it the focus. */
	keepAside(): void {
		const column = this.#pinned ? undefined : vscode.ViewColumn.Beside;
		if (!this.#pinned) this.togglePin();
		this.#page.focus(column);
	}

	/** The tab may have to be called otherwise. */
	retitle(): void {
		this.#page.title = panelTitle(this.id, this.#subject.state?.referral);
	}

	/** Shows the same in other words, as when it is masked; nothing of before stays in the page. */
	showAnew(): void {
		for (const part of [this.#arranged, this.#sides, this.#clipboard]) part.forget();
		this.retitle();
		this.#page.renew();
	}

	/** Asks the service again; never rejects. */
	refresh(): Promise<void> {
		clearImmediate(this.#starting);
		this.#mishap = undefined;
		return this.#subject.refresh();
	}

	/** Asks again if it is for want of a sign-in that the page isn't as it should be. */
	signedInAgain(): void {
		if (this.#subject.failure) void this.refresh();
	}

	/** The session has ended: waits for the next one. */
	startOver(): void {
		clearImmediate(this.#starting);
		void this.#subject.startOver();
	}

	/** Goes to the referral before or after this one in its branch; at the end of what is loaded, loads one page more. */
	async step(to: 'previous' | 'next'): Promise<void> {
		const { browsing } = this.#around;
		const { id, session } = this.#subject;
		const around = neighboursIn(browsing, this.#subject);
		if (to === 'next' && around?.more) await around.feed?.loadMore();
		const target = neighboursIn(browsing, this.#subject)?.[to];
		const isStill = this.#subject.id === id && this.#subject.session === session;
		if (target && session && isStill && !session.signal.aborted) this.show(target.referral.id, session);
	}

	/** Keeps the page as it is when another referral is opened, or no longer does. */
	togglePin(): void {
		this.#pinned = !this.#pinned;
		this.#page.changed();
	}

	/** Does what helps against the failure that the page tells of. */
	async resolve(): Promise<void> {
		const { failure } = this;
		if (!failure) return;
		if (failureText(failure).wayOut === 'retry') await this.refresh();
		else await vscode.commands.executeCommand('partnerReferrals.resolve');
	}

	/** Fetches the other referrals of the engagement. */
	async askRelated(): Promise<void> {
		const { session, state } = this.#subject;
		if (!session || !state?.referral.engagementId) return;
		this.#related ??= new RelatedReferrals(session, state, this.#sides, () => this.#page.changed());
		await this.#related.ask();
	}

	/** Opens one of the other referrals of the engagement, or puts it beside this one in the diff editor. */
	async goToRelated(id: string, how: 'open' | 'compare'): Promise<void> {
		if (!this.#related?.has(id)) return;
		await (how === 'open' ? this.#around.open(id) : this.#around.compare(this.id, id));
	}

	/** Copies a text if the page has it, and says so once it is done. */
	async copyText(text: string): Promise<void> {
		await this.#clipboard.copy(text, this.#details());
		this.#page.changed();
	}

	/** Opens a link if the page has it. */
	async openLink(opens: LinkKind, text: string): Promise<void> {
		await openPageLink(this.#details(), opens, text);
	}

	dispose(): void {
		this.#page.dispose();
	}

	state(): PageState {
		const details = this.#details();
		const { state, isListed } = this.#subject;
		return {
			...(details && { details }),
			can: canOf(this.#subject, this.#around.browsing, this.#pinned),
			notice: noticeOf(this.failure, isListed),
			reasons: reasonsIn(this.#around.browsing, this.#subject),
			sides: this.#sides.told(this.#subject),
			copied: this.#clipboard.last,
			...(this.#related && state && { related: this.#related.told(state) }),
		};
	}

	read(message: unknown): FromPage | undefined {
		return readFromPage(message);
	}

	answer(asked: FromPage): Promise<void> {
		return answerPage(asked, this);
	}

	failed(error: unknown): void {
		if (this.#isClosed || this.#subject.session?.signal.aborted) return;
		this.#mishap = asPartnerError(error);
		this.#page.changed();
	}

	focused(): void {
		this.#around.focused(this);
	}

	closed(): void {
		this.#isClosed = true;
		clearImmediate(this.#starting);
		this.#subject.dispose();
		this.#related?.dispose();
		this.#sides.dispose();
		this.#changes.dispose();
		this.#around.closed(this);
	}

	#subjectChanged(): void {
		if (this.id !== this.#focusedId) this.#turned();
		this.retitle();
		this.#page.changed();
	}

	/** The page is of another referral than before. */
	#turned(): void {
		this.#focusedId = this.id;
		this.#related?.dispose();
		this.#related = undefined;
		this.#clipboard.forget();
		this.#around.focused(this);
	}

	#details(): Details | undefined {
		const { state } = this.#subject;
		return state && this.#arranged.of(state);
	}
}
