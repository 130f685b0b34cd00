import type { Referral } from '../../partner/referral.ts';

/** What the product itself reads of a field, which is at hand without the JSON. */
type Slim = (referral: Referral) => string | number | boolean | undefined;

/** By path in the catalogue. */
export const slim: ReadonlyMap<string, Slim> = new Map<string, Slim>([
	['id', ({ id }) => id],
	['engagementId', ({ engagementId }) => engagementId],
	['externalReferenceId', ({ externalReferenceId }) => externalReferenceId],
	['name', ({ name }) => name],
	['status', ({ status }) => status],
	['substatus', ({ substatus }) => substatus],
	['type', ({ type }) => type],
	['qualification', ({ qualification }) => qualification],
	['direction', ({ direction }) => direction],
	['createdDateTime', ({ createdDateTime }) => createdDateTime],
	['updatedDateTime', ({ updatedDateTime }) => updatedDateTime],
	['expirationDateTime', ({ expirationDateTime }) => expirationDateTime],
	['acceptedDateTime', ({ acceptedDateTime }) => acceptedDateTime],
	['closedDateTime', ({ closedDateTime }) => closedDateTime],
	['customerProfile.name', ({ customerProfile }) => customerProfile?.name],
	['customerProfile.address.city', ({ customerProfile }) => customerProfile?.address?.city],
	['customerProfile.address.state', ({ customerProfile }) => customerProfile?.address?.state],
	['customerProfile.address.region', ({ customerProfile }) => customerProfile?.address?.region],
	['customerProfile.address.country', ({ customerProfile }) => customerProfile?.address?.country],
	['details.dealValue', ({ details }) => details?.dealValue],
	['details.currency', ({ details }) => details?.currency],
	['details.closingDateTime', ({ details }) => details?.closingDateTime],
	['details.customerRequestedContact', ({ details }) => details?.customerRequestedContact],
	[
		'inviteContext.invitedBy.organizationName',
		({ inviteContext }) => inviteContext?.invitedBy?.organizationName,
	],
	['inviteContext.invitedBy.organizationId', ({ inviteContext }) => inviteContext?.invitedBy?.organizationId],
]);
