import type { Question } from '../figures/question.ts';
import { age } from './age.ts';
import { answers } from './answers.ts';
import { closes } from './closes.ts';
import { expires } from './expires.ts';
import { outcome } from './outcome.ts';
import { reasons } from './reasons.ts';
import { stands } from './stands.ts';
import { where } from './where.ts';

/** All charts, in their order. */
export const questions: readonly Question[] = [
	...[stands, closes, expires, age],
	...[where, outcome, reasons, answers],
];
