/** A request for an address as a command of one kind of shell; the token is left to the variable TOKEN of who runs it. */
export const asCommand = {
	/** For all shells that are like POSIX's. */
	curl: (address: string) =>
		`curl --header 'Accept: application/json' --header "Authorization: Bearer $TOKEN" '${calm(address)}'`,

	/** For Windows PowerShell, too, to which `curl` is another command. */
	powerShell: (address: string) =>
		`Invoke-RestMethod -Headers @{ Accept = 'application/json'; Authorization = "Bearer $env:TOKEN" } -Uri '${calm(address)}'`,
} as const;

/**
 * An address without anything that ends a text in quotes, or that a shell or curl looks for in one: also those characters
 * that an address may hold as they are stand there in percent. It means the same.
 */
function calm(address: string): string {
	return address.replace(/['()!*`"\\{}<>^|;]/g, percent);
}

function percent(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
