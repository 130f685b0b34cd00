/** Why something ended that nobody needs to be told of: whoever it was for has signed out, or gone elsewhere. */
export class SessionEnded extends Error {
	override readonly name = 'SessionEnded';
}
