import type * as vscode from 'vscode';
import type { Agreement } from '../account/agreement/agreement.ts';
import type { Auth } from '../account/auth.ts';
import type { ReferralDocuments } from '../details/editor/documents.ts';
import type { DetailsView } from '../details/editor/view.ts';
import type { Journal } from '../editor/journal.ts';
import type { Browsing } from '../listing/browsing.ts';
import type { ReferralsView } from '../tree/referralsView.ts';
import type { FocusedReferral } from './focusedReferral.ts';

/** What the commands act on. */
export interface Stage {
	readonly extension: vscode.Extension<unknown>;
	readonly auth: Auth;
	readonly agreement: Agreement;
	readonly journal: Journal;
	readonly browsing: Browsing;
	readonly view: ReferralsView;
	readonly details: DetailsView;
	readonly documents: ReferralDocuments;
	readonly focus: FocusedReferral;
}
