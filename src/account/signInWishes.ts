/** How to sign in, besides plainly. */
export interface SignInWishes {
	/** The `WWW-Authenticate` header in which the service asked for more. */
	readonly challenge?: string | undefined;
	/** Lets the user choose among accounts, even where one was chosen before. */
	readonly chooseAccount?: boolean;
}
