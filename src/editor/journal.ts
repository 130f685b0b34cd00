import type { LogOutputChannel } from 'vscode';

type Channel = Pick<LogOutputChannel, 'info' | 'show'> & { error(line: string): void };

/** How many lines are kept for diagnostics. */
const kept = 40;

/** The log, and its latest lines for whoever reports a problem. What is written to it names no customer. */
export class Journal {
	readonly #channel: Channel;
	readonly #lines: string[] = [];

	constructor(channel: Channel) {
		this.#channel = channel;
	}

	get recent(): readonly string[] {
		return this.#lines;
	}

	readonly write = (line: string): void => {
		this.#channel.info(line);
		this.#lines.push(`${new Date().toISOString()} ${line}`);
		if (this.#lines.length > kept) this.#lines.shift();
	};

	/** Writes down a defect of ours, with where it happened. */
	async defect(error: unknown): Promise<void> {
		const { whereOf } = await import('./whereOf.ts');
		this.#channel.error(whereOf(error));
	}

	show(): void {
		this.#channel.show();
	}
}
