/**
 * What the sample service will not answer; becomes a 400 with the documented error body.
 */
export class Refusal extends Error {
	/** The part of the request that is at fault, such as `$filter`. */
	readonly target: string;

	constructor(target: string, message: string) {
		super(message);
		this.name = 'Refusal';
		this.target = target;
	}
}
