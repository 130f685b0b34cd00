import * as l10n from '@vscode/l10n';
import { html, LitElement, type TemplateResult } from 'lit';
import type { Chart, Mark } from '../../messages/chart.ts';
import type { ChartRequest } from '../../messages/requests.ts';
import { choicesView } from './choices.ts';
import { colorsOf } from './colors.ts';
import { drawingView } from './drawing.ts';
import { isEmpty } from './layout/amounts.ts';
import { layout } from './layout/layout.ts';
import type { PlacedMark, Scene, Sheet } from './layout/scene.ts';
import { markAt } from './layout/walk.ts';
import { numbersView } from './numbers.ts';
import { picture } from './picture.ts';
import { pressedView } from './pressed.ts';
import { sheetFor } from './sheet.ts';
import { toolsView } from './tools.ts';

/** A picture is at least as wide, in pixels, however narrow the page is. */
const narrowestPicture = 480;

/** A chart with what is said of it and what can be done with it, as wide as there is room. */
export class ChartFigure extends LitElement {
	static override readonly properties = {
		chart: { attribute: false },
		ask: { attribute: false },
		room: { state: true },
		current: { state: true },
	};
	declare chart: Chart | undefined;
	declare ask: ((request: ChartRequest) => void) | undefined;
	/** How wide the drawing can be, in pixels; undefined before that is known. */
	declare room: number | undefined;
	/** The id of the mark that Tab leads to: where the user was last. */
	declare current: string | undefined;
	#scene: Scene | undefined;
	#hadFocus = false;
	readonly #sizes = new ResizeObserver(([entry]) => {
		this.room = Math.floor(entry?.contentRect.width ?? 0);
	});

	override connectedCallback(): void {
		super.connectedCallback();
		this.#sizes.observe(this);
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.#sizes.disconnect();
	}

	/** The page's own styles are for it, and its ids for the page. */
	protected override createRenderRoot(): HTMLElement {
		return this;
	}

	/** At most once a frame, however fast numbers come in. */
	protected override async scheduleUpdate(): Promise<void> {
		if (this.hasUpdated) await new Promise(requestAnimationFrame);
		await super.scheduleUpdate();
	}

	protected override willUpdate(): void {
		const { chart, room } = this;
		const before = this.#scene?.marks.findIndex(({ mark }) => mark.id === this.current) ?? 0;
		this.#hadFocus = this.querySelector('.mark:focus') !== null;
		this.#scene = chart && room && !isEmpty(chart) ? layout(chart, this.#sheet(room)) : undefined;
		const marks = this.#scene?.marks ?? [];
		if (marks.some(({ mark }) => mark.id === this.current)) return;
		const next = marks[Math.min(Math.max(before, 0), marks.length - 1)];
		this.current = (marks.find(({ mark }) => mark.pressed) ?? next)?.mark.id;
	}

	/** A mark that has moved among the others, or has gone, loses the focus. */
	protected override updated(): void {
		if (this.#hadFocus && !this.querySelector('.mark:focus')) this.#elementOf(this.current)?.focus();
	}

	protected override render(): TemplateResult {
		const { chart, ask } = this;
		if (!chart || !ask) return html``;
		const id = `chart-${chart.id}`;
		const saveCsv = () => ask({ type: 'saveCsv', chart: chart.id });
		return html`
			<figure aria-labelledby=${id} @focusin=${this.#reached}>
				<figcaption>
					<h2 id=${id}>${chart.title}</h2>
					${toolsView(chart.title, this.#scene && (() => this.#savePng(chart)), saveCsv)}
					<p id=${`${id}-sentence`}>${chart.sentence}</p>
				</figcaption>
				${choicesView(chart, ask)} ${isEmpty(chart) ? emptyView() : this.#drawing(chart.id)}
				${pressedView(chart, (mark, search) => this.#press(mark, search))} ${numbersView(chart)}
			</figure>
		`;
	}

	#drawing(id: string): TemplateResult {
		const scene = this.#scene;
		// Its room isn't known yet.
		if (!scene) return html``;
		const { width, height } = scene;
		return html`
			<svg
				class="drawing"
				role="group"
				aria-labelledby=${`chart-${id}`}
				aria-describedby=${`chart-${id}-sentence`}
				width=${width}
				height=${Math.ceil(height)}
				@click=${this.#clicked}
				@keydown=${this.#keyed}
			>
				${drawingView({ id, scene, current: this.current })}
			</svg>
		`;
	}

	/** With Ctrl or Alt, the tree follows. */
	#clicked({ target, ctrlKey, altKey, metaKey }: MouseEvent): void {
		const placed = this.#placedAt(target);
		if (placed) this.#press(placed.mark, ctrlKey || altKey || metaKey);
	}

	#keyed(event: KeyboardEvent): void {
		const { key, target, ctrlKey, altKey, metaKey } = event;
		const placed = this.#placedAt(target);
		if (!placed) return;
		const next = markAt(key, placed, this.#scene?.marks ?? []);
		if (key === 'Enter' || key === ' ') this.#press(placed.mark, ctrlKey || altKey || metaKey);
		else if (next) this.#elementOf(next.mark.id)?.focus();
		else return;
		// The editor would take keys for its own, and the page would scroll.
		event.preventDefault();
		event.stopPropagation();
	}

	/**
	 * Heard by the figure, because Tab leads to an `svg` that hears of the focus. The next key may come before the next frame, and
	 * goes by what Tab leads to then.
	 */
	#reached({ target }: FocusEvent): void {
		const placed = this.#placedAt(target);
		if (!placed || placed.mark.id === this.current) return;
		this.current = placed.mark.id;
		this.performUpdate();
	}

	#press({ id }: Mark, search: boolean): void {
		const { chart, ask } = this;
		if (chart) ask?.({ type: 'mark', chart: chart.id, mark: id, search });
	}

	#savePng(chart: Chart): void {
		const drawing = this.querySelector('.drawing');
		const width = Math.max(this.room ?? 0, narrowestPicture);
		const png = picture(chart, this.#sheet(width), colorsOf(drawing ?? this));
		this.ask?.({ type: 'savePng', chart: chart.id, png });
	}

	#sheet(width: number): Sheet {
		return sheetFor(width, getComputedStyle(this).fontFamily);
	}

	#placedAt(target: EventTarget | null): PlacedMark | undefined {
		const id = target instanceof Element ? target.closest('.mark')?.getAttribute('data-mark') : undefined;
		return this.#scene?.marks.find(({ mark }) => mark.id === id);
	}

	#elementOf(id: string | undefined): SVGElement | undefined {
		const all = this.querySelectorAll<SVGElement>('.mark');
		return [...all].find((each) => each.dataset['mark'] === id);
	}
}

function emptyView(): TemplateResult {
	return html`<p class="empty">${l10n.t('There is nothing to show.')}</p>`;
}
