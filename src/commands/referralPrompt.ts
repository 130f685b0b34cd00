import * as vscode from 'vscode';
import { referralById } from '../details/editor/referralById.ts';
import { presenting } from '../editor/presenting.ts';
import type { ListedReferral } from '../listing/arranging/listed.ts';
import type { Session } from '../listing/session.ts';
import { everything, type Query } from '../query/query.ts';
import { otherSideOf } from '../referral/sides/words.ts';
import { asItem } from '../text/asItem.ts';
import { folded } from '../text/folded.ts';
import { idsIn, undecorated } from '../text/idsIn.ts';
import { longest } from '../text/longest.ts';

/** Where the user wants to go: to a referral, or to what a query finds. */
type Destination = { readonly id: string | undefined } | { readonly query: Query };

interface PromptOptions {
	readonly title: string;
	/** Whether to offer the referrals of an engagement, too. */
	readonly engagements: boolean;
	/** The one that another is asked for; the loaded ones of its engagement are offered first. */
	readonly beside?: ListedReferral;
}

interface Way extends vscode.QuickPickItem {
	readonly go: () => Destination | Promise<Destination>;
}

/** More would not be read through. */
const most = 50;

/**
 * Asks for a referral by id, engagement id, a pasted address, the CRM's id, or words of what is loaded.
 * @returns undefined when the user left, or when the session ended meanwhile
 * @throws {PartnerError} such as `gone`
 */
export async function promptForReferral(
	session: Session,
	options: PromptOptions,
): Promise<Destination | undefined> {
	const way = await chosenWay(session, options);
	session.signal.throwIfAborted();
	const destination = await way?.go();
	session.signal.throwIfAborted();
	return destination;
}

async function chosenWay(session: Session, options: PromptOptions): Promise<Way | undefined> {
	const pick = vscode.window.createQuickPick<Way>();
	pick.title = options.title;
	// Whoever goes and copies an id elsewhere finds it as it was.
	pick.ignoreFocusOut = true;
	pick.placeholder = vscode.l10n.t(
		'Id, engagement id, address from Partner Center, CRM id, or words of the name',
	);
	const offer = () => {
		pick.items = waysTo(pick.value, session, options);
	};
	const { promise, resolve } = Promise.withResolvers<Way | undefined>();
	const end = () => resolve(undefined);
	session.signal.addEventListener('abort', end);
	const listeners = [
		pick.onDidChangeValue(offer),
		pick.onDidAccept(() => resolve(pick.selectedItems[0])),
		pick.onDidHide(end),
	];
	offer();
	pick.show();
	const way = await promise;
	session.signal.removeEventListener('abort', end);
	vscode.Disposable.from(pick, ...listeners).dispose();
	return way;
}

function waysTo(typed: string, session: Session, { engagements, beside }: PromptOptions): Way[] {
	const text = typed.trim().slice(0, longest.destination);
	const ids = idsGiven(text);
	const loaded = loadedWays(ids.length > 0 ? ids : [text], session, beside);
	const asked = ids.flatMap((id) => [serviceWay(id, session), ...(engagements ? [engagementWay(id)] : [])]);
	return [...loaded, ...asked];
}

/** Each of those in an address, since nothing says which one is meant. */
function idsGiven(text: string): readonly string[] {
	const ids = idsIn(text);
	const opaque = ids.length > 0 ? undefined : opaqueId(undecorated(text));
	return opaque === undefined ? ids : [opaque];
}

/** Not every service takes GUIDs for ids; one word with a digit may be one. */
function opaqueId(text: string): string | undefined {
	return /^[\w-]{6,100}$/.test(text) && /\d/.test(text) ? text : undefined;
}

function serviceWay(id: string, session: Session): Way {
	return {
		label: `$(cloud-download) ${vscode.l10n.t('Ask Partner Center for the referral {0}', asItem(id))}`,
		alwaysShow: true,
		go: async () => ({ id: (await referralById(session, id))?.referral.id }),
	};
}

function engagementWay(id: string): Way {
	return {
		label: `$(filter) ${vscode.l10n.t('Show the referrals of the engagement {0}', asItem(id))}`,
		alwaysShow: true,
		go: () => ({ query: { ...everything, engagementId: id } }),
	};
}

function loadedWays(texts: readonly string[], { store }: Session, beside?: ListedReferral): Way[] {
	const all = texts.map(folded);
	const siblings = beside ? store.siblingsOf(beside.referral) : [];
	const found: Way[] = [];
	for (const row of inOrder(siblings, store.all())) {
		if (found.length >= most) break;
		if (row.id === beside?.id) continue;
		if (!all.some((words) => row.names.includes(words) || hasInIds(row, words))) continue;
		found.push(beside && siblings.includes(row) ? siblingWay(row, beside) : loadedWay(row));
	}
	return found;
}

function* inOrder(first: readonly ListedReferral[], all: Iterable<ListedReferral>): Iterable<ListedReferral> {
	yield* first;
	for (const row of all) if (!first.includes(row)) yield row;
}

/** Part by part, since a text made of all would be made for each of a hundred thousand rows at each key. */
function hasInIds(row: ListedReferral, words: string): boolean {
	return row.ids.some((part) => part && folded(part).includes(words));
}

function loadedWay({ referral }: ListedReferral): Way {
	return {
		label: asItem(presenting().label(referral)),
		description: asItem(presenting().description(referral)),
		detail: asItem([referral.status, referral.substatus, referral.id].join(' · ')),
		alwaysShow: true,
		go: () => ({ id: referral.id }),
	};
}

/** Whose side it is, is what one wants to know of it. */
function siblingWay(row: ListedReferral, beside: ListedReferral): Way {
	const { owner } = otherSideOf(beside, row, presenting());
	const description = [owner, presenting().description(row.referral)].filter((text) => text).join(' · ');
	return { ...loadedWay(row), description: asItem(description) };
}
