import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Course, Stage } from '../course.ts';
import { absoluteText, relativeText, spanText } from './timeText.ts';

/** For whom and when the page is written. */
export interface Reader {
	/** A BCP 47 language tag. */
	readonly locale: string;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** The life of a referral drawn from left to right. */
export function courseView(course: Course, reader: Reader): TemplateResult {
	return html`
		<ol class="course" aria-label=${l10n.t('Life of the referral')}>
			${course.stages.map((stage) => stageView(stage, course, reader))}
		</ol>
	`;
}

/** Where it stands in a sentence, also for those who do not see the drawing, and until when it can be answered. */
export function standingView(course: Course, reader: Reader): TemplateResult {
	return html`
		<p class="standing">
			<span>${standingText(course, reader)}</span>
			${expiryView(course, reader)}
		</p>
	`;
}

/** Where the referral stands, and how long it has been there. */
export function standingText({ status, substatus, since }: Course, { locale, now }: Reader): string {
	const pair = [status, substatus].filter((word) => word).join(', ');
	if (pair === '') return l10n.t('No status was sent.');
	return since === undefined || since > now
		? l10n.t('{0}.', pair)
		: l10n.t('{0}, for {1}.', pair, spanText(now - since, locale));
}

/** How much time is left to answer; empty where that is not asked. */
export function expiryText({ expiry }: Course, { locale, now }: Reader): string {
	if (expiry === undefined) return '';
	const words = [relativeText(expiry, now, locale), absoluteText(expiry, locale)] as const;
	return expiry < now ? l10n.t('Expired {0}, on {1}.', ...words) : l10n.t('Expires {0}, on {1}.', ...words);
}

function stageView(
	{ status, reached, since }: Stage,
	{ substatus }: Course,
	{ locale }: Reader,
): TemplateResult {
	const isPresent = reached === 'present';
	return html`
		<li class=${reached} aria-current=${isPresent ? 'step' : nothing}>
			<span class="mark" aria-hidden="true">${marks[reached]}</span>
			<span class="stage">${statusText[status]()}</span>
			${isPresent && substatus ? html`<span class="substatus" dir="auto">${substatus}</span>` : nothing}
			${reached === 'skipped' ? html`<span class="date">${l10n.t('skipped')}</span>` : nothing}
			${since === undefined ? nothing : html`<span class="date">${absoluteText(since, locale)}</span>`}
		</li>
	`;
}

function expiryView(course: Course, reader: Reader): TemplateResult | typeof nothing {
	const text = expiryText(course, reader);
	if (!text) return nothing;
	const urgency = urgencyOf((course.expiry ?? 0) - reader.now);
	return html`
		<span class="expiry ${urgency}"><span aria-hidden="true">${urgency === 'calm' ? '◷' : '⚠'}</span> ${text}</span>
	`;
}

/** Partner Center, too, looks more urgent in the last 72 hours. */
const soon = 72 * 60 * 60 * 1000;

function urgencyOf(left: number): 'calm' | 'soon' | 'late' {
	if (left < 0) return 'late';
	return left < soon ? 'soon' : 'calm';
}

const marks = { past: '✓', present: '●', future: '○', skipped: '–' } as const satisfies Record<
	Stage['reached'],
	string
>;

const statusText = {
	New: () => l10n.t('New'),
	Active: () => l10n.t('Active'),
	Closed: () => l10n.t('Closed'),
} as const satisfies Record<Stage['status'], () => string>;
