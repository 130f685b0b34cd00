import { type Depth, Feed } from '../../../../src/listing/feed.ts';

/** Hears of every refresh of a feed that begins, and of its end; whoever joins one begins none. */
export interface Refreshes {
	begins(feed: Feed, depth: Depth): void;
	ends(feed: Feed): void;
}

/** Those by retrying, by loading all and by reading everything again, too. @returns what ends it */
export function overhearRefresh(heard: Refreshes): () => void {
	const { refresh } = Feed.prototype;
	const underWay = new Set<Feed>();
	Feed.prototype.refresh = function (this: Feed, depth = 'shown', stop?: AbortSignal) {
		const begins = this.state !== 'idle' && !stop?.aborted && !underWay.has(this);
		if (begins) {
			underWay.add(this);
			heard.begins(this, depth);
		}
		const done = refresh.call(this, depth, stop);
		if (begins)
			void done.then(() => {
				underWay.delete(this);
				heard.ends(this);
			});
		return done;
	};
	return () => {
		Feed.prototype.refresh = refresh;
	};
}
