import type { Query } from '../query.ts';

/** What a query finds of somebody's work: it leaves out what others work on, and keeps all that it asked for before. */
export function ofSomebody(query: Query, teamEmail: string): Query {
	return { ...query, teamEmail };
}

/** What a query finds whoever works on it. */
export function ofEverybody({ teamEmail: _, ...query }: Query): Query {
	return query;
}

/** Whether a query asks for somebody's work; a mail address is the same in any letter case. */
export function isOf({ teamEmail }: Query, mail: string | undefined): boolean {
	return teamEmail !== undefined && teamEmail.toLowerCase() === mail?.toLowerCase();
}
