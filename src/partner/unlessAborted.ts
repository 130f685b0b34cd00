/** The same promise, but rejected at once with the signal's reason when aborted, whatever becomes of it later. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise((resolve, reject) => {
		const leave = () => reject(signal.reason);
		if (signal.aborted) leave();
		signal.addEventListener('abort', leave, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
	});
}
