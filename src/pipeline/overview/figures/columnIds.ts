/** The columns by which marks filter, whose ids stand in `pipeline/columns`. */
export const columnIds = {
	stage: 'stage',
	status: 'status',
	timeLeft: 'timeLeft',
	daysInStage: 'daysInStage',
	category: 'category',
	closeMonth: 'closeMonth',
	closing: 'details.closingDateTime',
	currency: 'details.currency',
	country: 'customerProfile.address.country',
	colleagues: 'colleagues',
	solutionAreas: 'solutionAreas',
	reason: 'statusReason',
	ended: 'ended',
	accepted: 'acceptedDateTime',
	created: 'createdDateTime',
} as const;
