import { bodyFaults } from './bodyFaults.ts';
import { connectionFaults } from './connectionFaults.ts';
import { linkFaults } from './linkFaults.ts';
import { statusFaults } from './statusFaults.ts';

/** Everything that can be made to go wrong, by name. To add one, add a line to the table of its kind. */
export const faults = { ...statusFaults, ...bodyFaults, ...linkFaults, ...connectionFaults };

export type FaultName = keyof typeof faults;
