import * as vscode from 'vscode';
import { maskNow } from '../../editor/maskNow.ts';
import { commonLook, shown } from '../../editor/quickStep.ts';
import { asItem } from '../../text/asItem.ts';
import { oneLine } from '../../text/oneLine.ts';
import { isNot, valuesOf } from '../condition/wanted.ts';
import { type Entered, type QueryField, withoutField } from '../field.ts';
import { isMasked, maskedQuery } from '../masking/maskedQuery.ts';
import type { Query } from '../query.ts';
import { refusePair } from '../refusePair.ts';
import { meantBy, type Offer, offersFor } from './offers.ts';
import { type Outcome, stepTitle } from './outcome.ts';

/** How long the editor may take to check what it was told to, in milliseconds. */
const longestWait = 1_000;

interface Item extends vscode.QuickPickItem {
	readonly offer?: Offer;
}

/** Lets the user check the values of a condition that can have several, or those that it is not to have. */
export async function checkValues(field: QueryField, query: Query): Promise<Outcome> {
	const step = vscode.window.createQuickPick<Item>();
	const look = { title: stepTitle(field.label()), placeholder: placeholderOf(field), back: true };
	Object.assign(step, commonLook(look), { canSelectMany: true, matchOnDescription: true });
	const list = new ValueList(step, field, query);
	const ended = await shown<Entered>(step, (end) => [
		step.onDidChangeValue(() => list.typed()),
		step.onDidChangeSelection((items) => list.checked(items)),
		step.onDidAccept(() => {
			const entered = list.accept();
			if (entered) end({ picked: entered });
		}),
		step.onDidTriggerButton(() => end('back')),
	]);
	if (typeof ended !== 'object') return ended;
	return 'query' in ended.picked ? ended.picked : 'back';
}

function placeholderOf({ values, meaning }: QueryField): string {
	return values ? vscode.l10n.t('Check one or several, then Enter') : meaning();
}

/** The values that are there to be checked, what was typed among them. */
class ValueList {
	readonly #step: vscode.QuickPick<Item>;
	readonly #field: QueryField;
	readonly #query: Query;
	readonly #not: Item;
	readonly #had: boolean;
	#items: readonly Item[];
	#checked: readonly Item[] = [];
	/** What the editor was told to check, until it says that it has, or until so many milliseconds of its start. */
	#told: { readonly items: readonly Item[]; readonly until: number } | undefined;
	/** What is typed and none of them; the editor knows items by what they are, not by what they say. */
	#new: Item | undefined;

	constructor(step: vscode.QuickPick<Item>, field: QueryField, query: Query) {
		this.#step = step;
		this.#field = field;
		this.#query = query;
		const wanted = query[field.name];
		const isNone = wanted === undefined || typeof wanted === 'number';
		const values: readonly string[] = isNone ? [] : valuesOf(wanted);
		const hasNot = !isNone && isNot(wanted);
		const known = offersFor(field, vscode.env.language);
		// A long list begins with what is checked.
		const first = values.map((value) => known.find((offer) => offer.value === value) ?? { value });
		const others = known.filter(({ value }) => !values.includes(value));
		const items = first.map((offer, index) => this.#itemOf(offer, this.#words[index]));
		this.#items = field.values
			? known.map((offer) => this.#itemOf(offer))
			: [...items, ...others.map((offer) => this.#itemOf(offer))];
		this.#not = {
			label: `$(circle-slash) ${vscode.l10n.t('Is not')}`,
			description: vscode.l10n.t('leaves out what is checked, and keeps what says nothing'),
		};
		this.#had = values.length > 0;
		const checked = this.#items.filter(({ offer }) => offer && values.includes(offer.value));
		this.#show('', hasNot ? [...checked, this.#not] : checked);
	}

	/** What its values are called where they are not to be read; none otherwise. */
	get #words(): readonly string[] {
		const wanted = isMasked(this.#query, this.#field.name, maskNow())
			? maskedQuery(this.#query, maskNow())[this.#field.name]
			: undefined;
		return wanted === undefined || typeof wanted === 'number' ? [] : valuesOf(wanted);
	}

	/** Shows what there is for what is typed now; what is checked stays so. */
	typed(): void {
		this.#show(this.#step.value, this.#checked);
	}

	/** The editor says what is checked; of a new list nothing is, until it has checked what it was told to. */
	checked(items: readonly Item[]): void {
		const isAwaited = this.#told !== undefined && performance.now() < this.#told.until;
		if (isAwaited && !hasSame(items, this.#told?.items ?? [])) return;
		this.#told = undefined;
		this.#checked = items;
	}

	/** Leaves a list as it is that has what it should, so that nothing changes under the pointer. */
	#show(typed: string, checked: readonly Item[], notice?: Item): void {
		this.#keep(checked);
		const meant = this.#meant(typed);
		const line = { label: '', kind: vscode.QuickPickItemKind.Separator };
		const note = notice ?? (meant ? undefined : this.#noticeFor(typed));
		const added = meant && !this.#items.includes(meant) ? meant : undefined;
		// Once it is checked, what was typed stays where it stood.
		const items = [note, this.#not, line, added, ...this.#items].filter((item) => item !== undefined);
		const isSame = JSON.stringify(items) === JSON.stringify(this.#step.items);
		if (!isSame) this.#step.items = items;
		if (!isSame || checked !== this.#checked) this.#check(checked);
		if (meant) this.#step.activeItems = [meant];
	}

	#check(items: readonly Item[]): void {
		this.#checked = items;
		this.#step.selectedItems = items;
		// Nothing is said of a new list in which nothing is to be checked.
		if (items.length > 0) this.#told = { items, until: performance.now() + longestWait };
	}

	/** What was typed and checked is there as long as the list. */
	#keep(checked: readonly Item[]): void {
		const others = checked.filter((item) => item.offer && !this.#items.includes(item));
		if (others.length > 0) this.#items = [...others, ...this.#items];
	}

	/** What Enter comes to; undefined where the list stays. */
	accept(): Entered | undefined {
		this.#keep(this.#checked);
		const typed = this.#step.value;
		const checked = this.#checked.filter(({ offer }) => offer);
		const meant = typed.trim() === '' ? undefined : this.#meant(typed);
		// Somebody who types one more wants to see it among the others.
		if (meant && checked.length > 0 && !checked.includes(meant)) return this.#add(meant);
		const [active] = this.#step.activeItems;
		const alone = meant ?? (this.#had || !active?.offer ? undefined : active);
		return this.#entered(checked.length === 0 && alone ? [alone] : checked);
	}

	#add(item: Item): undefined {
		const checked = [...this.#checked, item];
		this.#items = [item, ...this.#items.filter((each) => each !== item)];
		this.#show('', checked);
		this.#step.value = '';
	}

	#entered(items: readonly Item[]): Entered | undefined {
		const texts = items.flatMap(({ offer }) => offer?.value ?? []);
		const not = this.#checked.includes(this.#not);
		if (texts.length === 0 && this.#had && !not)
			return { query: withoutField(this.#query, this.#field.name) };
		const entered = this.#field.enterSeveral?.(this.#query, texts, not);
		if (!entered) return undefined;
		const refusal = 'refusal' in entered ? entered.refusal : refusePair(entered.query);
		if (refusal === undefined) return entered;
		this.#show(this.#step.value, this.#checked, noticeItem(vscode.l10n.t('Nothing can match'), refusal));
		return undefined;
	}

	/** The item for what is typed, which may be a new one. */
	#meant(typed: string): Item | undefined {
		const known = meantBy(
			typed,
			this.#items.flatMap(({ offer }) => offer ?? []),
		);
		const read = this.#field.values || typed.trim() === '' ? undefined : this.#field.read(typed);
		const value = read && 'value' in read ? `${read.value}` : undefined;
		const same = this.#items.find(({ offer }) => offer && offer.value === (value ?? known?.value));
		if (same) return same;
		if (value !== this.#new?.offer?.value)
			this.#new = value === undefined ? undefined : { ...this.#itemOf({ value }), alwaysShow: true };
		return this.#new;
	}

	#noticeFor(typed: string): Item | undefined {
		const read = typed.trim() === '' ? undefined : this.#field.read(typed);
		return read && 'refusal' in read ? noticeItem(oneLine(typed, 40), read.refusal) : undefined;
	}

	/** @param words what it is called where it isn't to be read */
	#itemOf(offer: Offer, words?: string): Item {
		const entered = this.#field.enter(this.#query, offer.value);
		const refusal = 'query' in entered ? refusePair(entered.query) : undefined;
		return {
			label: asItem(words ?? offer.value),
			...(offer.name !== undefined && words === undefined && { description: asItem(offer.name) }),
			...(refusal !== undefined && { detail: `$(circle-slash) ${asItem(refusal)}` }),
			offer,
		};
	}
}

function hasSame(some: readonly Item[], others: readonly Item[]): boolean {
	return some.length === others.length && some.every((item) => others.includes(item));
}

function noticeItem(label: string, refusal: string): Item {
	return { label: `$(circle-slash) ${asItem(label)}`, detail: asItem(refusal), alwaysShow: true };
}
