import type { Line } from '../../../src/pipeline/messages/lines.ts';
import type { FromPage } from '../../../src/pipeline/messages/requests.ts';
import type { PipelineState } from '../../../src/pipeline/messages/state.ts';

/** What the editor that stands in for the real one is made with. */
export interface FakeWishes {
	readonly rows: number;
	readonly columns: number;
	/** How long an answer takes, in milliseconds. */
	readonly delay: number;
}

/** What tests reach for in the page. */
interface FakeEditor {
	/** What the page has asked for. */
	readonly asked: FromPage[];
	/** What the policy of the page forbade. */
	readonly violations: string[];
	/** Whether questions are answered. */
	answers: boolean;
	/** Tells the page something now. */
	tell(message: object): void;
	/** Changes parts of the state, and tells them; the lines are other ones from then on when the body is among them. */
	change(changed: { readonly [part in keyof PipelineState]?: Partial<PipelineState[part]> }): void;
	/** Puts the rows into another order, as by a sort or while more come. */
	reorder(compare: (one: number, other: number) => number): void;
	/** Has other rows be there. */
	load(rows: number): void;
	/** Which row, by number, stands at a line. */
	rowAt(line: number): number | undefined;
	readonly selected: ReadonlySet<number>;
	readonly state: PipelineState;
}

declare global {
	interface Window {
		fake: FakeEditor;
		acquireVsCodeApi: () => object;
	}
}

/** Runs in the page, so that nothing from around it can be used in here: it answers as the editor would. */
export function installFakeEditor(wishes: FakeWishes): void {
	const statuses = ['New', 'Active', 'Won', 'Lost'];
	const statusOf = (row: number) => statuses[(row * 7) % 4] ?? '';
	const cellsOf = (row: number): string[] =>
		[
			`Contoso ${row} 🏔 and Fabrikam, for a long time`,
			statusOf(row),
			`${((row * 7919) % 100_000) + 100}.00`,
			`2026-0${(row % 9) + 1}-1${row % 9}`,
			...Array.from({ length: 80 }, (_, index) => `Cell ${index + 4} of ${row}`),
		].slice(0, wishes.columns);
	let stamp = 1;
	let order = Array.from({ length: wishes.rows }, (_, row) => row);
	let lines: (number | string)[] = order;
	const closed = new Set<string>();
	const selected = new Set<number>();
	let anchor = 0;
	let currentId = '';
	const kinds = ['words', 'values', 'numbers', 'days'] as const;
	const state: PipelineState = {
		cover: {
			text: `${wishes.rows} of ${wishes.rows}+ loaded · Filter: Status is New or Active`,
			...{ wantsLoad: false, busy: false, canLoadAll: true, notice: { text: '', action: '' } },
		},
		head: {
			columns: Array.from({ length: wishes.columns }, (_, index) => ({
				id: `c${index}`,
				label: ['Customer', 'Status', 'Value', 'Closes'][index] ?? `Column ${index}`,
				width: index === 0 ? 220 : 130,
				isNumber: index === 2,
				...{ sortRank: 0, isDescending: false, filterKind: kinds[index] ?? 'words', filterText: '' },
			})),
			density: 'comfortable',
			groupedBy: '',
			groupings: [
				{ id: 'c1', label: 'Status' },
				{ id: 'c3', label: 'Closes' },
			],
			canSearch: true,
			chartsOpen: false,
		},
		body: {
			...{ stamp, lines: wishes.rows, busy: false, emptyText: '' },
			totals: Array.from({ length: wishes.columns }, (_, index) =>
				index === 0 ? 'Total' : index === 2 ? 'EUR 5 million' : '',
			),
		},
		selection: { count: 0, text: '' },
		charts: [],
	};
	const tell = (message: object) => window.dispatchEvent(new MessageEvent('message', { data: message }));
	const tellParts = (...parts: (keyof PipelineState)[]) =>
		tell({ type: 'change', ...Object.fromEntries(parts.map((part) => [part, state[part]])) });
	const idOf = (row: number) => `id-${row}`;
	const placeOf = (column: string) => Number(column.slice(1));
	const lineOf = (what: number | string): Line => {
		if (typeof what === 'string')
			return {
				...{ kind: 'group', key: what, label: what, open: !closed.has(what) },
				text: `${order.filter((row) => statusOf(row) === what).length} · EUR 1.2 million`,
			};
		return {
			...{ kind: 'row', id: idOf(what), selected: selected.has(what) },
			cells: state.head.columns.map(({ id }) => cellsOf(what)[placeOf(id)] ?? ''),
			badges:
				what % 5 === 0
					? [
							{ tone: 'error', text: '2 d', title: 'Expires in 2 days' },
							{ tone: 'warning', text: '!', title: 'Needs attention' },
						]
					: what % 7 === 0
						? [
								{ tone: 'news', text: 'New', title: 'New since you last looked' },
								{ tone: 'quiet', text: '14 d', title: 'Expires in 14 days' },
							]
						: [],
		};
	};
	const arrange = (...parts: (keyof PipelineState)[]) => {
		const { groupedBy } = state.head;
		lines = groupedBy
			? statuses.flatMap((status) => [
					status,
					...(closed.has(status) ? [] : order.filter((row) => statusOf(row) === status)),
				])
			: order;
		const at = lines.findIndex((what) => typeof what === 'number' && idOf(what) === currentId);
		const current = at < 0 ? {} : { current: { id: currentId, line: at } };
		const { current: _, ...body } = state.body;
		Object.assign(state, {
			body: {
				...body,
				stamp: ++stamp,
				lines: lines.length,
				emptyText: lines.length ? '' : 'No rows.',
				...current,
			},
		});
		tellParts(...parts, 'body');
	};
	const select = (count = selected.size) => {
		Object.assign(state, { selection: { count, text: count ? `${count} selected` : '' } });
		tellParts('selection');
	};
	const sortBy = (column: string, add: boolean) => {
		const { columns } = state.head;
		const ranked = columns.filter(({ sortRank }) => sortRank > 0 && add).length;
		const changed = columns.map((each) => {
			if (each.id !== column) return add ? each : { ...each, sortRank: 0 };
			if (each.sortRank === 0) return { ...each, sortRank: ranked + 1, isDescending: false };
			return each.isDescending
				? { ...each, sortRank: 0, isDescending: false }
				: { ...each, isDescending: true };
		});
		Object.assign(state, { head: { ...state.head, columns: changed } });
		const index = placeOf(column);
		const sign = changed.find(({ id }) => id === column)?.isDescending ? -1 : 1;
		order = [...order].sort(
			(one, other) => sign * ((cellsOf(one)[index] ?? '') < (cellsOf(other)[index] ?? '') ? -1 : 1),
		);
		arrange('head');
	};
	const tellLines = ({ stamp: asked, from, count }: Extract<FromPage, { type: 'lines' }>) => {
		if (asked === stamp)
			tell({ type: 'lines', stamp, from, lines: lines.slice(from, from + count).map(lineOf) });
	};
	const selectFrom = (from: number, to: number) => {
		for (const each of lines.slice(from, to + 1)) if (typeof each === 'number') selected.add(each);
	};
	const selectAt = ({ stamp: asked, line, mode }: Extract<FromPage, { type: 'select' }>) => {
		const row = lines[line];
		if (asked !== stamp || typeof row !== 'number') return;
		if (mode === 'toggle' && selected.delete(row)) return select();
		if (mode !== 'toggle') selected.clear();
		if (mode !== 'range') anchor = line;
		selectFrom(Math.min(anchor, line), Math.max(anchor, line));
		select();
	};
	const selectAll = (all: boolean) => {
		selected.clear();
		if (all) for (const row of order) selected.add(row);
		select();
	};
	const filterBy = ({ column, filter }: Extract<FromPage, { type: 'filter' }>) => {
		const columns = state.head.columns.map((heading) => {
			const { filter: _, ...rest } = heading;
			if (heading.id !== column) return heading;
			return { ...rest, ...(filter ? { filter } : {}), filterText: filter ? 'Filtered by somebody' : '' };
		});
		Object.assign(state, { head: { ...state.head, columns } });
		order = Array.from({ length: wishes.rows }, (_, row) => row).filter((row) => {
			if (filter?.kind === 'values') return filter.values.includes(statusOf(row)) !== filter.not;
			return filter?.kind !== 'words' || cellsOf(row)[0]?.includes(filter.words);
		});
		arrange('head');
	};
	const tellValues = ({ column }: Extract<FromPage, { type: 'values' }>) => {
		const rare = Array.from({ length: 60 }, (_, index) => `Value ${index}`);
		const values = [
			...statuses.map((status) => ({ value: status, label: status, count: '25,000' })),
			...rare.map((label) => ({ value: label, label, count: '1' })),
			{ value: '', label: 'Not given', count: '3' },
		];
		tell({ type: 'values', column, values, more: true });
	};
	const arrangeColumns = (wished: Extract<FromPage, { type: 'columns' }>['columns']) => {
		const columns = wished.flatMap(({ id, width }) => {
			const known = state.head.columns.find((each) => each.id === id);
			return known ? [{ ...known, width }] : [];
		});
		Object.assign(state, { head: { ...state.head, columns } });
		arrange('head');
	};
	const groupBy = (groupedBy: string) => {
		Object.assign(state, { head: { ...state.head, groupedBy } });
		arrange('head');
	};
	const toggleDensity = () => {
		const density = state.head.density === 'compact' ? 'comfortable' : 'compact';
		Object.assign(state, { head: { ...state.head, density } });
		tellParts('head');
	};
	const answer = (message: FromPage) => {
		switch (message.type) {
			case 'lines':
				return tellLines(message);
			case 'select':
				return selectAt(message);
			case 'selectAll':
				return selectAll(true);
			case 'selectNone':
				return selectAll(false);
			case 'current':
				currentId = message.id;
				return;
			case 'sort':
				return sortBy(message.column, message.add);
			case 'filter':
				return filterBy(message);
			case 'values':
				return tellValues(message);
			case 'groupBy':
				return groupBy(message.column);
			case 'toggleGroup':
				if (!closed.delete(message.key)) closed.add(message.key);
				return arrange();
			case 'columns':
				return arrangeColumns(message.columns);
			case 'toggleDensity':
				return toggleDensity();
			default:
		}
	};
	const fake: FakeEditor = {
		...{ asked: [], violations: [], answers: true, state, selected, tell },
		change: (changed) => {
			for (const [part, values] of Object.entries(changed))
				Object.assign(state, {
					[part]: Array.isArray(values) ? values : { ...Reflect.get(state, part), ...values },
				});
			if (changed.body) Object.assign(state, { body: { ...state.body, stamp: ++stamp } });
			tell({
				type: 'change',
				...Object.fromEntries(Object.keys(changed).map((part) => [part, Reflect.get(state, part)])),
			});
		},
		reorder: (compare) => {
			order = [...order].sort(compare);
			arrange();
		},
		load: (rows) => {
			order = Array.from({ length: rows }, (_, row) => row);
			arrange();
		},
		rowAt: (line) => {
			const what = lines[line];
			return typeof what === 'number' ? what : undefined;
		},
	};
	window.fake = fake;
	window.acquireVsCodeApi = () => ({
		postMessage: (message: FromPage | { readonly type: 'ready' } | { readonly type: 'focus' }) => {
			if (message.type === 'ready')
				setTimeout(() => tellParts('cover', 'head', 'body', 'selection', 'charts'));
			if (message.type === 'ready' || message.type === 'focus') return;
			fake.asked.push(message);
			setTimeout(() => fake.answers && answer(message), wishes.delay);
		},
		getState: () => undefined,
		setState: () => {},
	});
	document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, lineNumber }) => {
		fake.violations.push(`${violatedDirective} ${sourceFile}:${lineNumber}`);
	});
}
