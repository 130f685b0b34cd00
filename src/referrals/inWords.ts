/** A wire name as words: `closingDateTime` as "Closing", `addressLine1` as "Address line 1". */
export function inWords(name: string): string {
	const words = name
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
		.replace(/([^\d\s])(\d)/g, '$1 $2')
		.toLowerCase()
		.replace(/ date time$/, '');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
