/** Where invented customers live, with what goes along with it. */
export interface Place {
	/** ISO 3166 alpha-2. */
	readonly country: string;
	/** ISO 4217. */
	readonly currency: string;
	/** What one US dollar is in that currency, roughly, so that values look as they would there. */
	readonly perDollar: number;
	readonly locale: string;
	readonly dial: string;
	/** What a company's name ends with. */
	readonly form: string;
	readonly streets: readonly [string, ...string[]];
	/** City, state, postal code. */
	readonly cities: readonly [readonly [string, string, string], ...(readonly [string, string, string])[]];
}

type City = readonly [string, string, string];

/** The countries of the sample tenant. Streets and postal codes are plausible; nobody lives there. */
export const places: readonly [Place, ...Place[]] = [
	place('US USD 1 en-US +1 Inc.', 'One Example Way|4567 Main St|98 Harbor Blvd', [
		['Redmond', 'WA', '98052'],
		['Austin', 'TX', '78701'],
		['Columbus', 'OH', '43215'],
	]),
	place('GB GBP 0.8 en-GB +44 Ltd', '12 Sample Street|Unit 7, Mill Lane', [
		['London', 'Greater London', 'EC1A 1BB'],
		['Leeds', 'West Yorkshire', 'LS1 4AP'],
	]),
	place('DE EUR 0.9 de-DE +49 GmbH', 'Musterstraße 12|Beispielallee 3', [
		['München', 'BY', '80331'],
		['Köln', 'NW', '50667'],
	]),
	place('FR EUR 0.9 fr-FR +33 SA', "12 rue de l'Exemple|3 avenue du Modèle", [
		['Lyon', '', '69002'],
		['Nantes', '', '44000'],
	]),
	place('CH CHF 0.9 de-CH +41 AG', 'Beispielweg 5', [
		['Zürich', 'ZH', '8001'],
		['Genève', 'GE', '1204'],
	]),
	place('JP JPY 150 ja-JP +81 KK', '見本町1-2-3', [
		['東京', '東京都', '100-0001'],
		['大阪', '大阪府', '530-0001'],
	]),
	place('IN INR 83 en-IN +91 Pvt Ltd', '12 Sample Nagar', [
		['Pune', 'MH', '411001'],
		['Bengaluru', 'KA', '560001'],
	]),
	place('NL EUR 0.9 nl-NL +31 BV', 'Voorbeeldgracht 8', [['Utrecht', '', '3511 AB']]),
	place('SE SEK 10.5 sv-SE +46 AB', 'Exempelgatan 4', [['Göteborg', '', '411 03']]),
	place('CA CAD 1.35 en-CA +1 Corp.', '200 Sample Ave', [['Toronto', 'ON', 'M5H 2N2']]),
	place('BR BRL 5 pt-BR +55 Ltda', 'Rua do Exemplo, 100', [['São Paulo', 'SP', '01001-000']]),
	place('AU AUD 1.5 en-AU +61 Pty Ltd', '5 Specimen Rd', [['Perth', 'WA', '6000']]),
	place('PL PLN 4 pl-PL +48 sp. z o.o.', 'ul. Przykładowa 7', [['Łódź', '', '90-001']]),
	place('AE AED 3.67 ar-AE +971 LLC', 'Office 12, Sample Tower', [['Dubai', '', '']]),
	place('KW KWD 0.3 ar-KW +965 WLL', 'Block 1, Sample Street', [['Kuwait City', '', '']]),
];

function place(facts: string, streets: string, cities: readonly [City, ...City[]]): Place {
	const [country = '', currency = '', rate, locale = '', dial = '', ...form] = facts.split(' ');
	const [street = '', ...more] = streets.split('|');
	const perDollar = Number(rate);
	return {
		...{ country, currency, perDollar, locale, dial, form: form.join(' ') },
		...{ streets: [street, ...more], cities },
	};
}
