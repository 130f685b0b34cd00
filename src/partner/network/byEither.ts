import { type FailureKind, PartnerError } from '../error.ts';
import { type Outcome, outcomeOf, settled } from '../outcome.ts';
import type { Ask, Reply } from '../send.ts';
import type { Network } from './network.ts';

interface Way {
	readonly name: string;
	readonly network: Network;
	/** When it last failed where the other one had failed, by the clock. */
	failedAt: number;
}

export interface Choice {
	readonly undici: Network;
	readonly editor: Network;
	/** How long a way that failed as the second one is left alone, in milliseconds. */
	readonly rest: number;
	/** Takes one line for each change of way. */
	readonly log: (line: string) => void;
}

/**
 * Of the two ways the one that gets through: undici's, which says best what went wrong, until it gets no connection
 * where the editor's gets an answer; then the editor's for as long as that one gets through.
 */
export function networkByEither({ undici, editor, rest, log }: Choice): Network {
	let first: Way = { name: 'undici', network: undici, failedAt: Number.NEGATIVE_INFINITY };
	let second: Way = { name: "the editor's fetch", network: editor, failedAt: Number.NEGATIVE_INFINITY };

	const choose = (way: Way, failure: PartnerError): void => {
		if (way !== second) return;
		[first, second] = [second, first];
		log(`Network: ${first.name} from now on, since ${second.name} failed: ${failure.message}`);
	};
	const send = async (ask: Ask): Promise<Reply> => {
		const [tried, other] = [first, second];
		const one = await outcomeOf(tried.network.send, ask);
		if (!failedIn(one, noConnection)) return settled(one);
		if (other === second && performance.now() - other.failedAt < rest) throw one;
		const two = await outcomeOf(other.network.send, ask);
		if (two instanceof PartnerError && !failedIn(two, answered)) {
			other.failedAt = performance.now();
			throw moreTelling(one, two);
		}
		choose(other, one);
		return settled(two);
	};
	return { send, close: async () => void (await Promise.all([undici.close(), editor.close()])) };
}

/** No request left, since there was no connection to send it by. */
const noConnection: readonly FailureKind[] = [
	'nameUnknown',
	'connectionRefused',
	'unreachable',
	'untrusted',
	'proxyUnusable',
	'proxyUnreachable',
	'proxyUntrusted',
	'proxySignIn',
	'proxyRefused',
];
/** There was an answer, whatever is wrong with it. */
const answered: readonly FailureKind[] = ['redirected', 'unreadable', 'tooLarge'];
/** Says no more than that there is no way. */
const vague: readonly FailureKind[] = ['nameUnknown', 'connectionRefused', 'unreachable'];

/** The first failure, unless the second one met something on the way that people can do something about. */
function moreTelling(first: PartnerError, second: PartnerError): PartnerError {
	const met = failedIn(second, noConnection) && !failedIn(second, vague);
	return failedIn(first, vague) && met ? second : first;
}

function failedIn(outcome: Outcome, kinds: readonly FailureKind[]): outcome is PartnerError {
	return outcome instanceof PartnerError && kinds.includes(outcome.kind);
}
