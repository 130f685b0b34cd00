import * as vscode from 'vscode';
import { failureText, waysOut } from '../../editor/failureText.ts';
import { neighboursOf } from '../../listing/neighbours.ts';
import { asPartnerError, PartnerError } from '../../partner/error.ts';
import type { Received } from '../../partner/referral.ts';
import type { Browsing } from '../../tree/browsing.ts';
import type { LinkKind } from '../block.ts';
import { type Details, detailsOf } from '../details.ts';
import { hasLink } from '../hasLink.ts';
import type { Can } from '../messages.ts';
import { answerPage } from './answers.ts';
import { detailsHtml, type PageCode } from './html.ts';
import { openPageLink } from './openLink.ts';
import { RelatedReferrals } from './related.ts';
import { PageTeller } from './teller.ts';
import { panelTitle } from './title.ts';

/** What a page is opened with: what is known of a referral, or after a reload of the window, its id alone. */
export type Subject = Received | { readonly kind: 'wanted'; readonly id: string };

/** What a page needs around it. */
export interface Surroundings {
	readonly browsing: Browsing;
	/** What runs in the page. */
	readonly code: PageCode;
	/** Something about the page changed that others go by: what it shows, or whether it is looked at. */
	changed(panel: DetailsPanel): void;
	/** Opens another referral from this page. */
	open(received: Received): void;
}

/** A details page: what it shows, and what its buttons do. */
export class DetailsPanel implements vscode.Disposable {
	readonly #panel: vscode.WebviewPanel;
	readonly #around: Surroundings;
	readonly #subscriptions: vscode.Disposable[];
	readonly #teller: PageTeller;
	readonly #related: RelatedReferrals;
	#subject: Subject;
	#details: Details | undefined;
	#failure: PartnerError | undefined;
	#pinned: boolean;
	#fetching: AbortController | undefined;
	readonly #starting: NodeJS.Immediate;

	/** The panel was closed, by the user or by `dispose`. */
	readonly onDidDispose: vscode.Event<void>;

	constructor(panel: vscode.WebviewPanel, subject: Subject, around: Surroundings, pinned = false) {
		const { code, browsing } = around;
		this.#panel = panel;
		this.#around = around;
		this.#subject = subject;
		this.#pinned = pinned;
		this.#details = detailsIn(subject);
		const state = { ...(this.#details && { details: this.#details }), can: this.#can(true) };
		this.#teller = new PageTeller(panel.webview, state);
		this.#related = new RelatedReferrals((related) => this.#teller.related(this.id, related));
		this.onDidDispose = panel.onDidDispose;
		this.#subscriptions = [
			panel.webview.onDidReceiveMessage((message) => answerPage(message, this)),
			panel.onDidChangeViewState(() => around.changed(this)),
			panel.onDidDispose(() => this.#release()),
			browsing.onDidChange(() => this.#tellCan()),
		];
		panel.webview.html = detailsHtml(code, state);
		// What the editor has to do for a panel takes longer than all that is ours, so that it begins first.
		this.#starting = setImmediate(() => this.refresh());
	}

	/** The referral on the page; undefined while only its id is known. */
	get received(): Received | undefined {
		return this.#subject.kind === 'received' ? this.#subject : undefined;
	}

	get id(): string {
		return this.#subject.kind === 'received' ? this.#subject.referral.id : this.#subject.id;
	}

	/** Whether the page is what the user looks at. */
	get active(): boolean {
		return this.#panel.active;
	}

	get pinned(): boolean {
		return this.#pinned;
	}

	get column(): vscode.ViewColumn | undefined {
		return this.#panel.viewColumn;
	}

	/** Shows what is known of a referral at once and then what the service knows; the last one asked for wins. */
	show(received: Received): void {
		this.#panel.reveal(undefined, true);
		if (received.referral.id !== this.id || !this.received) this.#show(received);
	}

	/** Asks the service again. */
	async refresh(): Promise<void> {
		const wanted = this.#startFetching();
		const answer = await this.#fetch(wanted.signal).catch(asPartnerError);
		if (wanted.signal.aborted) return;
		this.#fetching = undefined;
		this.#failure = answer instanceof PartnerError ? answer : undefined;
		if (this.#failure?.kind === 'gone') this.#around.browsing.explorer?.drop(this.id);
		if (!(answer instanceof PartnerError)) this.#adopt(answer);
		this.#tellNotice();
		this.#tellCan();
	}

	/** Asks again if it is for want of a sign-in that the page isn't as it should be. */
	signedInAgain(): void {
		if (this.#failure) void this.refresh();
	}

	/** Goes to the referral before or after this one in its listing; at the end of what is loaded, loads one page more. */
	async step(to: 'previous' | 'next'): Promise<void> {
		const { id } = this;
		const around = this.#neighbours();
		if (to === 'next' && around?.more) await around.listing.loadMore();
		const target = this.#neighbours()?.[to];
		if (target && this.id === id) this.show(target);
	}

	/** Keeps the page as it is when another referral is opened, or no longer does. */
	togglePin(): void {
		this.#pinned = !this.#pinned;
		this.#tellCan();
		this.#around.changed(this);
	}

	/** Does what helps against the failure that the page tells of. */
	async resolve(): Promise<void> {
		const failure = this.#failure;
		if (!failure) return;
		if (failureText(failure).wayOut === 'retry') await this.refresh();
		else await vscode.commands.executeCommand('partnerReferrals.resolve', { kind: 'problem', failure });
	}

	/** Fetches the other referrals of the engagement. */
	async askRelated(): Promise<void> {
		const { explorer } = this.#around.browsing;
		if (explorer && this.received) await this.#related.ask(explorer.client, this.received);
	}

	/** Opens one of the other referrals of the engagement. */
	openRelated(id: string): void {
		const received = this.#related.find(id);
		if (received) this.#around.open(received);
	}

	/** Opens a link if the page has it. */
	async openLink(opens: LinkKind, text: string): Promise<void> {
		if (this.#details && hasLink(this.#details, opens, text)) await openPageLink(opens, text);
	}

	/** The page is there, for the first time or because it has come to sight again. */
	ready(): void {
		this.#teller.ready();
	}

	/** The page says that the user came to it. */
	focused(): void {
		this.#around.changed(this);
	}

	dispose(): void {
		this.#panel.dispose();
	}

	#show(received: Received): void {
		this.#failure = undefined;
		this.#adopt(received);
		this.#tellNotice();
		void this.refresh();
	}

	#adopt(received: Received): void {
		const isOther = this.received?.referral.id !== received.referral.id;
		this.#subject = received;
		this.#details = detailsOf(received, reader());
		this.#teller.change({ details: this.#details });
		if (!isOther) return;
		this.#panel.title = panelTitle(this.id);
		this.#related.forget();
		this.#around.changed(this);
	}

	#startFetching(): AbortController {
		clearImmediate(this.#starting);
		this.#fetching?.abort();
		this.#fetching = new AbortController();
		this.#tellCan();
		return this.#fetching;
	}

	async #fetch(signal: AbortSignal): Promise<Received> {
		const explorer = await this.#around.browsing.opened();
		return explorer.client.byId(this.id, signal);
	}

	#neighbours() {
		const { explorer } = this.#around.browsing;
		return explorer && neighboursOf(explorer, this.id);
	}

	#tellCan(): void {
		this.#teller.change({ can: this.#can(this.#fetching !== undefined) });
	}

	#can(busy: boolean): Can {
		const { previous, next, more = false } = this.#neighbours() ?? {};
		return { previous: Boolean(previous), next: Boolean(next) || more, pinned: this.#pinned, busy };
	}

	#tellNotice(): void {
		const told = this.#failure && failureText(this.#failure, vscode.env.language);
		this.#teller.change({ notice: { text: told?.sentence ?? '', action: told ? waysOut[told.wayOut] : '' } });
	}

	#release(): void {
		clearImmediate(this.#starting);
		this.#fetching?.abort();
		this.#related.forget();
		this.#teller.dispose();
		for (const subscription of this.#subscriptions) subscription.dispose();
	}
}

function detailsIn(subject: Subject): Details | undefined {
	return subject.kind === 'received' ? detailsOf(subject, reader()) : undefined;
}

function reader() {
	return { locale: vscode.env.language, now: Date.now() };
}
