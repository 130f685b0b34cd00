import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../partner-api/main.ts', import.meta.url));

/** A referral service in a process of its own, so that its work is not taken for ours. */
export interface ServiceProcess {
	readonly endpoint: string;
	readonly token: string;
	stop(): void;
}

/** Starts one that serves a simulated tenant of so many referrals. @param latency of each answer, in milliseconds */
export async function startService(size: number, latency = 0): Promise<ServiceProcess> {
	const child = fork(script, ['--size', `${size}`, '--latency', `${latency}`], { stdio: 'ignore' });
	const [ready]: [{ endpoint: string; token: string }] = JSON.parse(
		JSON.stringify(await once(child, 'message')),
	);
	return { ...ready, stop: () => child.kill() };
}
