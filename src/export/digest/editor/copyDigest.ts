import * as vscode from 'vscode';
import { presenting } from '../../../editor/presenting.ts';
import { showText } from '../../../editor/showText.ts';
import { byStatus } from '../../../listing/arranging/byStatus.ts';
import type { Browsing } from '../../../listing/browsing.ts';
import type { Exploration } from '../../../listing/exploration.ts';
import { queryWords } from '../../../query/editor/spoken.ts';
import { isFiltered } from '../../../query/query.ts';
import { asPlain } from '../../../text/asPlain.ts';
import { plural } from '../../../text/plural.ts';
import { pickNaming } from '../../editor/pickNaming.ts';
import { digestOf } from '../digest.ts';
import type { Span } from '../span.ts';
import { pickSpan } from './pickSpan.ts';

/** Copies what happened in a span of time, of what is loaded of the active query, for a chat message. */
export async function copyDigest(browsing: Browsing): Promise<void> {
	const { picking, session } = await browsing.opened();
	const span = await pickSpan(presenting(), picking.arranging.fiscalYearStart);
	const named = span && (await pickNaming(vscode.l10n.t('Copy Digest')));
	session.signal.throwIfAborted();
	if (!span || named === undefined) return;
	// What is looked at may be another query by now.
	const { text, count } = digestNow(await browsing.opened(), span, named);
	if (text === '') return tellNothing(count);
	await vscode.env.clipboard.writeText(text);
	void tellCopied(text, count);
}

function digestNow(exploration: Exploration, span: Span, named: boolean) {
	const { query, picking } = exploration;
	const presenter = presenting();
	const { now } = presenter;
	const rows = [...exploration.arrangedBy(byStatus(query)).values()].flatMap((branch) => branch.rows);
	const digested = {
		...{ rows, span, now, named },
		rules: picking.rulesOfAll(rows, now),
		mayBeMore: !isComplete(exploration),
		filter: isFiltered(query) ? queryWords(query) : '',
	};
	return { text: digestOf(digested, presenter), count: rows.length };
}

/** Whether all groups have come; what fits none of them, hardly anybody has. */
function isComplete({ feeds, partitions, pairFeeds }: Exploration): boolean {
	const whole = partitions.at(-1)?.key;
	if (feeds.some(({ partition, complete }) => partition.key === whole && complete)) return true;
	return pairFeeds.length > 0 && pairFeeds.every(({ complete }) => complete);
}

async function tellNothing(count: number): Promise<void> {
	if (count > 0) {
		const nothing = vscode.l10n.t(
			'Nothing happened in that time, and nothing is to be done, as far as is loaded.',
		);
		return void (await vscode.window.showInformationMessage(asPlain(nothing)));
	}
	const load = vscode.l10n.t('Load All Groups');
	const message = vscode.l10n.t('No referrals are loaded yet.');
	if ((await vscode.window.showInformationMessage(asPlain(message), load)) === load)
		await vscode.commands.executeCommand('partnerReferrals.loadEverything');
}

async function tellCopied(text: string, count: number): Promise<void> {
	const shown = count.toLocaleString(vscode.env.language);
	const message = plural(count, {
		one: vscode.l10n.t('Copied a digest of {0} loaded referral, to be pasted into a message.', shown),
		other: vscode.l10n.t('Copied a digest of {0} loaded referrals, to be pasted into a message.', shown),
	});
	const open = vscode.l10n.t('Open as Document');
	if ((await vscode.window.showInformationMessage(asPlain(message), open)) === open)
		await showText(vscode.l10n.t('Digest.md'), text);
}
