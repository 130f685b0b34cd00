/** How long the network may take over each step, in milliseconds. */
export interface Patience {
	/** Until a connection stands, with its TLS. */
	readonly connect: number;
	/** Until a proxy has answered whether it connects us; it looks for the service meanwhile. */
	readonly tunnel: number;
	/** Until the headers of an answer are there. */
	readonly headers: number;
	/** Until more of an answer comes. */
	readonly betweenChunks: number;
	/** Until all of an answer is there, however steadily it drips. */
	readonly whole: number;
	/** Until a way that failed where the other one failed too is tried again. */
	readonly secondWay: number;
}

export const usualPatience: Patience = {
	connect: 10_000,
	tunnel: 30_000,
	headers: 60_000,
	betweenChunks: 30_000,
	whole: 120_000,
	secondWay: 60_000,
};
