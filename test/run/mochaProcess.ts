// A process of its own for one run of mocha under Node.
import process from 'node:process';
import { exitOnSignals } from '../workbench/exitOnSignals.ts';
import { mochaRunFromEnv } from './mochaRun.ts';
import { runMocha } from './runMocha.ts';

exitOnSignals();
const failures = await runMocha(mochaRunFromEnv());
process.exit(failures ? 1 : 0); // a handle that a test left open must not keep everybody waiting
