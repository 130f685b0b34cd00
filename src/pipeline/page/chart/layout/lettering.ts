import type { Tone } from './scene.ts';

/** How texts of a chart are written: how heavy, and how large in pixels. The style sheet has the same. */
export const lettering = {
	plain: { weight: 400, size: 12 },
	quiet: { weight: 400, size: 12 },
	strong: { weight: 600, size: 12 },
	title: { weight: 600, size: 16 },
} as const satisfies Record<Tone, { readonly weight: number; readonly size: number }>;
