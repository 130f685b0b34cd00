import { Refusal } from './refusal.ts';

const properties = new Set([
	...['id', 'name', 'engagementId', 'organizationId', 'organizationName', 'externalReferenceId'],
	...['createdDateTime', 'updatedDateTime', 'expirationDateTime', 'acceptedDateTime', 'closedDateTime'],
	...['status', 'substatus', 'statusReason', 'qualification', 'type', 'direction', 'target'],
	...['customerProfile', 'consent', 'details', 'team', 'inviteContext', 'links', 'salesStage', 'tags'],
]);

/**
 * Reads a `$select` such as `id,status,customerProfile`: top-level properties only.
 * @throws Refusal for an empty list, a path, or a property the service does not know.
 */
export function readSelect(text: string): readonly string[] {
	const names = text.split(',').map((name) => name.trim());
	const unknown = names.find((name) => !properties.has(name));
	if (unknown !== undefined) {
		throw new Refusal('$select', `Could not find a property named '${unknown}'.`);
	}
	return names;
}
