const now = Date.now;
let ahead = 0;

Date.now = () => now() + ahead;

/** The time that the extension sees, which a test may put forward; timers are not moved by that. */
export const clock = {
	pass(milliseconds: number): void {
		ahead += milliseconds;
	},
	reset(): void {
		ahead = 0;
	},
};
