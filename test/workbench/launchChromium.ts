import { type Browser, chromium } from 'playwright-core';
import { provideChromium } from './provideChromium.ts';

/** Quiet, and able to run as root and without a graphics card, as in a container. */
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];

export async function launchChromium(): Promise<Browser> {
	return chromium.launch({ ...(await provideChromium()), args: ARGUMENTS });
}
