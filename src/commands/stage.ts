import type * as vscode from 'vscode';
import type { Agreement } from '../account/agreement/agreement.ts';
import type { Choosing } from '../account/arranging/choosing.ts';
import type { Auth } from '../account/auth.ts';
import type { Presentation } from '../account/presentation/presentation.ts';
import type { ReferralDocuments } from '../details/editor/documents.ts';
import type { DetailsView } from '../details/editor/view.ts';
import type { Journal } from '../editor/journal.ts';
import type { Browsing } from '../listing/browsing.ts';
import type { Changes } from '../listing/since/changes.ts';
import type { AutoRefresh } from '../tree/fresh/autoRefresh.ts';
import type { ReferralsView } from '../tree/referralsView.ts';
import type { FocusedReferral } from './focusedReferral.ts';

/** What the commands act on. */
export interface Stage {
	readonly extension: vscode.Extension<unknown>;
	/** What is kept for the workspace. */
	readonly memory: vscode.Memento;
	readonly auth: Auth;
	readonly agreement: Agreement;
	readonly presentation: Presentation;
	readonly journal: Journal;
	readonly browsing: Browsing;
	readonly fresh: AutoRefresh;
	readonly changes: Changes;
	readonly choice: Choosing;
	readonly view: ReferralsView;
	readonly details: DetailsView;
	readonly documents: ReferralDocuments;
	readonly focus: FocusedReferral;
}
