import type { Random } from './random.ts';
import type { SampleReferral } from './sampleReferral.ts';

type Area = readonly [area: string, plays: readonly [string, ...string[]]];

/** The areas of Microsoft's fiscal year 2026, each with plays of it; the taxonomy is another one every year. */
const areas: readonly [Area, ...Area[]] = [
	[
		'AI Business Solutions',
		['Copilot and agents at work', 'Sales transformation', 'Scale business operations'],
	],
	['Cloud & AI Platforms', ['Migrate and modernize', 'Unify your data platform', 'Build AI apps and agents']],
	['Security', ['Modern SecOps', 'Data security', 'Protect cloud, AI platform and apps']],
];

/** Gives a part of the referrals a solution area, and most of those a play. */
export function withSolutionAreas(
	referrals: readonly SampleReferral[],
	random: Random,
): readonly SampleReferral[] {
	return referrals.map((referral) => {
		const [area, plays] = random.pick(areas);
		const play = random.pick(plays);
		const attributes = [
			{ type: 'SolutionArea', id: area },
			...(random.percent(70) ? [{ type: 'SolutionPlay', id: play }] : []),
		];
		return random.percent(45) ? inArea(referral, attributes) : referral;
	});
}

function inArea(referral: SampleReferral, attributes: readonly unknown[]): SampleReferral {
	const { requirements } = referral.details ?? {};
	if (typeof requirements !== 'object') {
		return referral;
	}
	const additionalRequirements = { iot: {}, attributes };
	const details = { ...referral.details, requirements: { ...requirements, additionalRequirements } };
	return { ...referral, details };
}
