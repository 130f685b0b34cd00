import { useWindow } from './harness.ts';
import { installed } from './installed.ts';
import { type Theme, themes } from './themes.ts';

const sample = {
	extensions: [installed.partnerReferrals],
	settings: { 'partnerReferrals.source': 'sample' },
};

describe('a query', () => {
	describe('built by keyboard alone', () => {
		const code = useWindow(sample);
		const tree = () => code().tree('Referrals');

		/** Chooses what the list at the top shows first for a text. */
		async function choose(text: string, option: RegExp): Promise<void> {
			await code().type(text);
			await code().quickPick.all.locator('.monaco-list-row.focused').filter({ hasText: option }).waitFor();
			await code().press('Enter');
		}

		async function command(title: string): Promise<void> {
			await code().quickPick.all.waitFor({ state: 'hidden' });
			await code().press('F1');
			await code().quickPick.input.waitFor();
			await choose(`Partner Referrals: ${title}`, new RegExp(`Partner Referrals: ${title}`));
		}

		async function step(title: RegExp): Promise<void> {
			await code().quickPick.all.locator('.quick-input-title').filter({ hasText: title }).waitFor();
		}

		it('has conditions one after the other', async () => {
			await code().openContainer('Partner Referrals');
			await tree().row(/^New/).waitFor();
			await command('Filter…');
			await step(/^Filter Referrals$/);
			await choose('Status', /Status/);
			await step(/: Status$/);
			await choose('New', /New/);
			await step(/^Filter Referrals$/);
			await choose('Country', /Country/i);
			await step(/Country/i);
			await code().type('USA');
			await code()
				.quickPick.all.getByText(/an example that works is/)
				.waitFor();
			await code().press('Control+A');
			await code().type('us');
			await code().press('Enter');
			await step(/^Filter Referrals$/);
			await choose('Updated since', /Updated since/);
			await step(/Updated since$/);
			await code().type('30d');
			await code().press('Enter');
			await step(/^Filter Referrals$/);
			await code().screenshot('builder');
			await choose('Show Referrals', /customerProfile\/address\/country eq 'US'/);
			await code()
				.page.getByText(/Filter: New · updated in the last 30 days · country US/)
				.waitFor();
			await tree().shows(['New', 'Pending', 'Received', 'Other statuses']);
		});

		it('shows its count', async () => {
			await code().press('Home', 'ArrowDown', 'ArrowRight');
			await tree()
				.row(/^Pending, \d+\+?(?: ·|$)/)
				.waitFor();
		});

		it('is saved', async () => {
			await command('Filter…');
			await step(/^Filter Referrals$/);
			await choose('Save this query', /Save this query/);
			await step(/^Save this query$/);
			await code().press('Control+A');
			await code().type('New in the US');
			await code().press('Enter');
			await step(/^Filter Referrals$/);
			await choose('Show Referrals', /Show Referrals/);
		});

		it('is cleared', async () => {
			await command('Clear Filter');
			await tree().reveal(/^Closed/);
			await code()
				.page.getByText(/Filter: New/)
				.waitFor({ state: 'hidden' });
		});

		it('is switched back to', async () => {
			await command('Switch to Saved Query…');
			await choose('New in', /New in the US/);
			await code()
				.page.getByText(/Filter: New · updated in the last 30 days · country US/)
				.waitFor();
			await code().screenshot('filtered by a saved query');
		});

		it('comes back after a reload', async () => {
			await code().reload();
			await code().openContainer('Partner Referrals');
			await code()
				.page.getByText(/Filter: New · updated in the last 30 days · country US/)
				.waitFor();
		});

		it('stays as it is when the user leaves with Escape', async () => {
			await command('Filter…');
			await step(/^Filter Referrals$/);
			await choose('Direction', /Direction/);
			await step(/Direction$/);
			await code().press('Escape');
			await code().quickPick.all.waitFor({ state: 'hidden' });
			await code()
				.page.getByText(/Filter: New · updated in the last 30 days · country US$/)
				.waitFor();
		});
	});

	describe('of several values', () => {
		const code = useWindow(sample);
		const tree = () => code().tree('Referrals');
		const row = (name: RegExp) => code().quickPick.checkbox(name);

		async function step(title: RegExp): Promise<void> {
			await code().quickPick.all.locator('.quick-input-title').filter({ hasText: title }).waitFor();
		}

		async function condition(name: string, title: RegExp): Promise<void> {
			await step(/^Filter Referrals$/);
			await code().type(name);
			await code().quickPick.choose(title);
			await step(title);
		}

		it('has those that are checked', async () => {
			await code().openContainer('Partner Referrals');
			await tree().row(/^New/).waitFor();
			await code().palette.run('Partner Referrals: Filter…');
			await condition('Status', /Status/);
			await row(/New/).click();
			await row(/Active/).click();
			await code().screenshot('statuses checked');
			await code().press('Enter');
			await step(/^Filter Referrals$/);
			await code()
				.quickPick.option(/Status: New or Active/)
				.waitFor();
		});

		it('has what is typed, one after the other', async () => {
			await condition('Customer country', /Customer country/);
			await code().type('germ');
			await row(/Germany/)
				.and(code().quickPick.all.locator('.focused'))
				.waitFor();
			await code().press('Enter');
			await condition('Customer country', /Customer country/);
			await code().type('US');
			await code().press('Enter');
			await code().quickPick.all.getByText('2 Selected').waitFor();
			await code().screenshot('countries checked');
			await code().press('Enter');
			await step(/^Filter Referrals$/);
			await code()
				.quickPick.option(/Customer country: DE or US.*on loaded rows/)
				.waitFor();
		});

		it('leaves out what is not to be', async () => {
			await condition('Words in the name', /Text/);
			await code().type('contoso');
			await row(/contoso/).click();
			await code().quickPick.all.getByText('1 Selected').waitFor();
			await code().press('Control+A', 'Delete');
			await row(/Is not/).click();
			await code().screenshot('is not');
			await code().press('Enter');
			await step(/^Filter Referrals$/);
			await code().screenshot('built with several values');
			await code().quickPick.choose(/Show Referrals/);
			await code()
				.page.getByText(/Filter: New or Active · country DE or US · not “contoso”/)
				.waitFor();
		});

		it('is asked of the groups of its statuses alone, and looked for in what is loaded', async () => {
			await tree().shows(['New', 'Pending', 'Received', 'Active', 'Accepted', 'Other statuses']);
			await tree().expand(/^Pending/);
			await tree()
				.row(/^Pending, \d+ of 100\+ loaded match(?: ·|$)/)
				.waitFor();
			await code().screenshot('filtered by several values');
		});

		it('is copied with a word of what the service cannot be asked', async () => {
			await code().palette.run('Partner Referrals: Copy as OData URL');
			await code()
				.notification(/cannot be asked: New or Active · country DE or US · not “contoso”/)
				.waitFor();
		});

		it('says why nothing can match, and stays', async () => {
			await code().palette.run('Partner Referrals: Filter…');
			await condition('Substatus', /Substatus/);
			await row(/^Won/).click();
			await code().quickPick.all.getByText('1 Selected').waitFor();
			await code().press('Enter');
			await row(/nothing is both New, Active and Won; examples that work are/).waitFor();
			await code().screenshot('nothing can match');
			await row(/^Won/).click();
			await row(/^Accepted/).click();
			await code().quickPick.all.getByText('1 Selected').waitFor();
			await code().press('Enter');
			await step(/^Filter Referrals$/);
			await code()
				.quickPick.option(/Substatus: Accepted/)
				.waitFor();
			await code().press('Escape');
			await code().quickPick.all.waitFor({ state: 'hidden' });
		});

		for (const theme of Object.keys(themes) as Theme[])
			it(`is built in a list that looks right in ${theme}`, async () => {
				await code().setTheme(theme);
				await code().palette.run('Partner Referrals: Filter…');
				await condition('Customer country', /Customer country/);
				await code().quickPick.all.getByText('2 Selected').waitFor();
				await code().screenshot(`countries ${theme}`);
				await code().press('Escape');
				await code().quickPick.all.waitFor({ state: 'hidden' });
			});

		it('comes back after a reload, without the words', async () => {
			await code().reload();
			await code().openContainer('Partner Referrals');
			await code()
				.page.getByText(/Filter: New or Active · country DE or US$/)
				.waitFor();
		});
	});

	describe('opened by a link, in a fresh window', () => {
		const code = useWindow(sample);
		const link = 'vscode://partner-referrals.partner-referrals/';

		it('is shown only after the user agreed', async () => {
			await code().openLink(`${link}query?status=New&updatedSince=30d&country=US&sort=newest`);
			await code()
				.dialog.all.filter({ hasText: /New · updated in the last 30 days · country US/ })
				.waitFor();
			await code().screenshot('link');
			await code().dialog.answer(/A link wants to show referrals/, 'Show');
			await code()
				.page.getByText(/Filter: New · updated in the last 30 days · country US/)
				.waitFor();
		});

		it('may ask for several values, and for what is not some', async () => {
			await code().openLink(`${link}query?status!=Closed&country=DE&country=PL&sort=newest`);
			await code().dialog.answer(/A link wants to show referrals: not Closed · country DE or PL/, 'Show');
			await code()
				.page.getByText(/Filter: not Closed · country DE or PL/)
				.waitFor();
		});

		it('is refused when it says what nobody knows', async () => {
			await code().openLink(`${link}query?status=New&evil=1`);
			await code()
				.notification(/This link cannot be opened\..*evil/)
				.waitFor();
		});
	});

	describe('in other ways', () => {
		const saved = [
			{ name: 'Worth a million', valueAtLeast: 1_000_000 },
			{ name: 'Mistaken', status: 'Nope' },
		];
		const code = useWindow({
			...sample,
			settings: { ...sample.settings, 'partnerReferrals.queries': saved },
		});
		const row = (name: RegExp) => code().tree('Referrals').row(name);

		async function clear(): Promise<void> {
			await code().palette.run('Partner Referrals: Clear Filter');
			await code()
				.page.getByText(/organisation\. Filter: /)
				.waitFor({ state: 'detached' });
		}

		it('on loaded rows says how many of them match', async () => {
			await code().openContainer('Partner Referrals');
			await code()
				.tree('Referrals')
				.expand(/^Pending/);
			await code().palette.run('Partner Referrals: Switch to Saved Query…');
			await code().quickPick.choose(/Worth a million/);
			await row(/^Pending, \d+ of 100\+ loaded match(?: ·|$)/).waitFor();
			await code()
				.tree('Referrals')
				.reveal(/^Load more \(\d+ of 100 loaded match\)/);
		});

		it('loads all there is to match', async () => {
			const tree = code().tree('Referrals');
			await tree.reveal(/^Pending/);
			await tree.contextMenu(/^Pending/, 'Load All');
			await row(/^Pending, \d+ of 760 loaded match(?: ·|$)/).waitFor();
		});

		it('says which saved query cannot be read, and why', async () => {
			await code().palette.run('Partner Referrals: Filter…');
			const problem = code().quickPick.option(
				/partnerReferrals\.queries\[1\].*Nope.*an example that works is/,
			);
			await code().quickPick.input.fill('cannot be read');
			await problem.waitFor();
			await code().quickPick.cancel();
		});

		it('is written as OData, with the place of a mistake, and a word before it is risky', async () => {
			await clear();
			await code().palette.run('Partner Referrals: Filter…');
			await code().quickPick.all.getByText('Filter Referrals', { exact: true }).waitFor();
			await code().quickPick.input.fill('Edit as text');
			await code().quickPick.choose(/Edit as text/);
			await code().quickPick.all.getByText('Filter Referrals: Edit as Text').waitFor();
			await code().quickPick.input.fill("status eq 'New' and (direction eq");
			await code()
				.quickPick.all.getByText(/\(at character \d+\)/)
				.waitFor();
			await code().quickPick.enter("status eq 'New' and direction eq 'Incoming' and contains(name,'x')");
			await code().quickPick.choose(/Use it all the same.*contains/);
			await code().quickPick.choose(/Show Referrals/);
			await code()
				.page.getByText(/Filter: New · incoming · OData contains\(name,'x'\)/)
				.waitFor();
			await row(/^Partner Center did not understand the filter/).waitFor();
		});

		it('finds a referral by words of what is loaded', async () => {
			await clear();
			await row(/, New, Pending/).waitFor();
			await code().palette.run('Partner Referrals: Go to Referral…');
			await code().quickPick.input.fill('contoso');
			await code().quickPick.choose(/Contoso/);
			await code()
				.details.content.getByRole('heading', { level: 1, name: /Contoso/ })
				.waitFor();
		});
	});
});
