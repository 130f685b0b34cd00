import type { Mark } from '../../../messages/chart.ts';
import type { Look } from './looks.ts';

/** A chart as it is drawn: where everything stands, in pixels from the top left, as plain data. */
export interface Scene {
	readonly width: number;
	readonly height: number;
	readonly texts: readonly SceneText[];
	readonly rules: readonly Rule[];
	/** The cells of a calendar. */
	readonly frames: readonly Frame[];
	readonly marks: readonly PlacedMark[];
	/** What tells the series apart, and what is overdue; empty where there is nothing to tell apart. */
	readonly keys: readonly Key[];
}

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export type Tone = 'plain' | 'quiet' | 'strong' | 'title';
type Anchor = 'start' | 'middle' | 'end';

/** A line of text, which may be cut. */
export interface SceneText {
	/** Where its anchor is. */
	readonly x: number;
	/** Where its baseline is. */
	readonly y: number;
	readonly anchor: Anchor;
	readonly tone: Tone;
	readonly text: string;
	/** What it was before it was cut. */
	readonly whole: string;
}

export interface Rule {
	readonly x1: number;
	readonly y1: number;
	readonly x2: number;
	readonly y2: number;
	readonly tone: 'axis' | 'grid';
}

export interface Frame {
	readonly box: Box;
	readonly isToday: boolean;
}

export interface PlacedMark {
	readonly mark: Mark;
	readonly look: Look;
	/** What is drawn; without height or width where the value is 0. */
	readonly box: Box;
	/** What can be clicked, which has the box inside. */
	readonly reach: Box;
	/** Where it stands among the others, for whoever goes from one to the next by arrow keys. */
	readonly column: number;
	readonly row: number;
}

export interface Key {
	readonly look: Look;
	readonly swatch: Box;
}

/** Tells how wide a text is, in pixels. */
export type Measure = (text: string, tone: Tone) => number;

/** What a chart is laid out for. */
export interface Sheet {
	/** In pixels. */
	readonly width: number;
	readonly measure: Measure;
	/** A BCP 47 tag that Intl takes. */
	readonly locale: string;
	/** As in 2026-03-15. */
	readonly today: string;
}

/** How high a line of text is, how far its baseline is below its top, and how far things are from each other, in pixels. */
export const lineHeight = 18;
export const baseline = 13;
export const gap = 6;
