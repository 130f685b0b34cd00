/** Industry tags as the service spells them, with spaces, commas and ampersands. */
export const industries = [
	...['Agriculture, Forestry, & Fishing', 'Communications & Media', 'Education', 'Financial Services'],
	...['Government', 'Healthcare', 'Hospitality', 'Manufacturing', 'Power & Utilities'],
	...['Public Safety and National Security', 'Retail & Consumer Goods', 'Services'],
	...['Travel & Transportation', 'Wholesale & Distribution'],
];

/** Product tags; one holds commas. */
export const products = [
	...['Azure', 'EnterpriseMobilityAndSecurity', 'Exchange', 'DeveloperTools', 'Dynamics365Business'],
	...['Dynamics365Enterprise', 'DynamicsAX,GP,NAV,SL', 'Microsoft365', 'Office', 'PowerBI', 'Project'],
	...[
		'SharePoint',
		'SkypeForBusiness',
		'Surface',
		'SurfaceHub',
		'SQL',
		'Teams',
		'Visio',
		'Windows',
		'Yammer',
	],
];

/** Service tags; two hold parentheses. */
export const services = [
	...['ConsultingAndProfessional', 'CustomSolution(ISV)', 'DeploymentOrMigration', 'Hardware'],
	...['Integration', 'IPServices(ISV)', 'LearningAndCertification', 'Licensing', 'ManagedServices'],
	'ProjectServices',
];

/** Customer sizes out of two scales that overlap, as the service mixes them. */
export const sizes = [
	...(['1to50employees', '51to500employees', 'Morethan500employees', '1to9employees'] as const),
	...(['10to50employees', '51to250employees', '251to1000employees', '1001to5000employees'] as const),
	...(['5001to10000employees', '10001to20000employees', 'Morethan20000employees'] as const),
] as const;

/** Solution tags of the predefined kind: id and name. */
export const solutions = [
	['AdvancedAnalytics', 'Advanced Analytics'],
	['CloudMigration', 'Cloud Migration'],
	['CyberSecurity', 'Cyber Security'],
	['DataWarehouse', 'Data Warehouse'],
	['Dynamics365forFieldService', 'Dynamics 365 for Field Service'],
	['Dynamics365forSales', 'Dynamics 365 for Sales'],
	['InternetofThings', 'Internet of Things'],
	['ModernWorkplace', 'Modern Workplace'],
	['SupplyChainManagement', 'Supply Chain Management'],
	['WebDevelopment', 'Web Development'],
] as const;
