/** The codes that the documentation lists. Source: "Error codes" of the partner REST API. */
export type ErrorCode =
	| 'accessDenied'
	| 'generalException'
	| 'invalidRequest'
	| 'itemNotFound'
	| 'serviceNotAvailable'
	| 'unauthenticated';

interface InnerError {
	readonly code: string;
	readonly innerError?: InnerError;
}

/** The body of every failure that the service itself, and not a gateway before it, answers. */
export interface ErrorBody {
	readonly error: {
		readonly code: ErrorCode;
		/** English, for developers, at most 1024 characters. */
		readonly message: string;
		readonly target?: string;
		/** More specific codes, nested. */
		readonly innerError?: InnerError;
	};
}

/** Writes the documented error body. `target` names the part of the request at fault; `inner` goes outside in. */
export function errorBody(code: ErrorCode, message: string, target?: string, ...inner: string[]): ErrorBody {
	const nested = inner.reduceRight<InnerError | undefined>(
		(within, name) => ({ code: name, ...(within !== undefined && { innerError: within }) }),
		undefined,
	);
	return {
		error: {
			code,
			message: message.slice(0, 1024),
			...(target !== undefined && { target }),
			...(nested !== undefined && { innerError: nested }),
		},
	};
}
