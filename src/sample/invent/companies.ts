/** An invented customer: its name and the domain of its mails. */
type Company = readonly [name: string, domain: string];

/** Companies that exist only in examples. */
export const companies: readonly [Company, ...Company[]] = [
	['Contoso', 'contoso.com'],
	['Fabrikam', 'fabrikam.com'],
	['Northwind Traders', 'northwindtraders.com'],
	['Tailspin Toys', 'tailspintoys.com'],
	['Wide World Importers', 'wideworldimporters.com'],
	['Litware', 'litware.com'],
	['Proseware', 'proseware.com'],
	['Woodgrove Bank', 'woodgrovebank.com'],
	['Fourth Coffee', 'fourthcoffee.com'],
	['Alpine Ski House', 'alpineskihouse.com'],
	['Graphic Design Institute', 'graphicdesigninstitute.com'],
	['Trey Research', 'treyresearch.example'],
	['Blue Yonder Airlines', 'blueyonderairlines.com'],
	['Lucerne Publishing', 'lucernepublishing.com'],
	["Margie's Travel", 'margiestravel.com'],
	['Coho Winery', 'cohowinery.com'],
	['Relecloud', 'relecloud.example'],
	['Humongous Insurance', 'humongousinsurance.com'],
	['Bellows College', 'bellowscollege.com'],
	['Lamna Healthcare', 'lamnahealthcare.com'],
	['VanArsdel', 'vanarsdel.example'],
	['Wingtip Toys', 'wingtiptoys.com'],
	['Best For You Organics', 'bestforyouorganics.com'],
	['City Power & Light', 'citypower.example'],
];

/** What a part of a company calls itself; the empty one is the company itself. */
export const divisions = [
	...(['', 'Retail', 'Logistics', 'Manufacturing', 'Holdings', 'Research', 'Services'] as const),
	...(['Foods', 'Energy', 'Media', 'Residences', 'Pharma', 'Components', 'Academy', 'Shipping'] as const),
] as const;
