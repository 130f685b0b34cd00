/** First names of invented contacts. */
export const firstNames = [
	...(['Ada', 'Bruno', 'Chioma', 'Dmitri', 'Élodie', 'Farid', 'Greta', 'Hiro', 'Ingrid', 'João'] as const),
	...(['Keiko', 'Lars', 'María José', 'Nadia', 'Oskar', 'Priya', 'Quentin', 'Rosa', 'Søren'] as const),
	...(['Tomasz', 'Uma', 'Victor', 'Wanjiru', 'Xenia', 'Yusuf', 'Zoë', '美咲', 'ليلى'] as const),
] as const;

/** Last names of invented contacts, none longer than a card can show, one with an apostrophe. */
export const lastNames = [
	...(['Andersen', 'Bauer', 'Costa', 'Dubois', 'Eriksson', 'Fischer', 'Greene', 'Hansen'] as const),
	...(['Ito', 'Jensen', 'Kowalski', 'Lindqvist', 'Müller', 'Nguyen', "O'Connor", 'Patel', 'Rossi'] as const),
	...(['Santos', 'Tanaka', 'Usman', 'Varga', 'Weber', 'Yılmaz', 'Zieliński'] as const),
] as const;

/** A member of the partner's own staff. */
type Colleague = readonly [firstName: string, lastName: string, email: string];

/** Who works for the partner organisation; the fifth has an apostrophe to be doubled in a `$filter`. */
export const colleagues: readonly [Colleague, ...Colleague[]] = [
	colleague('Amina', 'Diallo'),
	colleague('Ben', 'Sawyer'),
	colleague('Carla', 'Monti'),
	colleague('Dae-jung', 'Kim'),
	colleague('Erin', "O'Hara"),
	colleague('Felix', 'Brandt'),
	colleague('Gita', 'Rao'),
	colleague('Hugo', 'Laurent'),
	colleague('Isla', 'McBride'),
	colleague('Jonas', 'Wirth'),
];

function colleague(firstName: string, lastName: string): Colleague {
	return [firstName, lastName, `${firstName}.${lastName}@adventure-works.com`.toLowerCase()];
}
