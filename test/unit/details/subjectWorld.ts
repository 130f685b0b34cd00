import { Subject } from '../../../src/details/subject.ts';
import { Session } from '../../../src/listing/session.ts';
import { PartnerError } from '../../../src/partner/error.ts';
import type { Reply } from '../../../src/partner/send.ts';
import { errorBody } from '../../../src/sample/service/errorBody.ts';
import { HeldSend, replied } from '../partner/fakeSend.ts';
import { received } from '../received.ts';

/** When a version of a referral was updated, for the order of states. */
const updatedAt = (version: number) => new Date(Date.UTC(2026, 0, 1) + version * 1_000).toISOString();

/** A referral as JSON, whose name says whose it is, and which version. */
export function jsonOf(id: string, version: number, owner = 'Ada', more: object = {}): object {
	const kind = { type: 'Independent', qualification: 'SalesQualified' };
	return { id, name: `${owner} ${id} ${version}`, updatedDateTime: updatedAt(version), ...kind, ...more };
}

/** What the service answers when it knows no such referral, and what a gateway before it does. */
export const noMore: Reply = replied(errorBody('itemNotFound', 'Not there.'), 404);
export const noRoute: Reply = replied('<html>Not found</html>', 404);

/** Whoever looks for the current session, and a session that asks what answers by hand. */
export class SubjectWorld {
	service = new HeldSend();
	session: Session | undefined;
	/** Said so often that something has changed. */
	changes = 0;
	readonly sessions = {
		opened: async (): Promise<Session> => {
			if (!this.session) throw new PartnerError('signedOut');
			return this.session;
		},
	};

	constructor() {
		this.begin();
	}

	/** Begins a session, with a service of its own. */
	begin(): Session {
		this.service = new HeldSend();
		const { client } = this.service;
		this.session = new Session({ source: 'partnerCenter', client, close: async () => {} });
		return this.session;
	}

	end(): void {
		const { session } = this;
		this.session = undefined;
		session?.end();
	}

	/** A list has come, with a referral in it. */
	lists(json: object): void {
		this.session?.store.put([received(json)], { whole: false, list: {} });
	}

	subject(id: string, session = this.session): Subject {
		return new Subject(id, session, {
			sessions: this.sessions,
			changed: () => {
				this.changes += 1;
			},
		});
	}
}

/** Resolves once all that was due has been done. */
export async function settled(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}
