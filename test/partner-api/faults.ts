import { bodyFaults } from './bodyFaults.ts';
import { connectionFaults } from './connectionFaults.ts';
import { linkFaults } from './linkFaults.ts';
import { rawFaults } from './rawFaults.ts';
import { redirectFaults } from './redirectFaults.ts';
import { rowFaults } from './rowFaults.ts';
import { statusFaults } from './statusFaults.ts';
import { throttleFaults } from './throttleFaults.ts';

/** Everything that can be made to go wrong, by name. To add one, add a line to the table of its kind. */
export const faults = {
	...statusFaults,
	...throttleFaults,
	...redirectFaults,
	...bodyFaults,
	...rowFaults,
	...linkFaults,
	...connectionFaults,
	...rawFaults,
};

export type FaultName = keyof typeof faults;
