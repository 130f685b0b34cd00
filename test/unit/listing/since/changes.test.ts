import assert from 'node:assert/strict';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import type { Session } from '../../../../src/listing/session.ts';
import { Sessions } from '../../../../src/listing/sessions.ts';
import { Changes } from '../../../../src/listing/since/changes.ts';
import type { Shelf } from '../../../../src/listing/since/keeping.ts';
import { HandClock } from '../../handClock.ts';
import { FakeSend } from '../../partner/fakeSend.ts';
import { received } from '../../received.ts';
import { at, hour, minute, ShelfInHand, start } from './stating.ts';

const worth = (dealValue: number) => ({ details: { dealValue, currency: 'USD' } });

/** A place that takes nothing. */
const fails = {
	read: (): Promise<string> => Promise.reject(new Error('no')),
	write: (): Promise<void> => Promise.reject(new Error('no')),
};

/** Windows of a user who may sign in as several people. */
class World {
	readonly clock = new HandClock(start);
	readonly shelves = new Map<string, ShelfInHand>();
	readonly told: string[] = [];
	readonly sessions: Sessions;
	readonly changes: Changes;
	who: string | undefined = 'ada';
	looksAt: string | undefined;
	shelfFor: (session: Session) => Promise<Shelf | undefined> = async ({ account }) =>
		account && this.shelf(account.id);

	constructor(shelves = new Map<string, ShelfInHand>()) {
		this.shelves = shelves;
		this.sessions = new Sessions(async () => {
			const { client } = FakeSend.inTurn();
			const account = this.who === undefined ? undefined : { id: this.who, label: this.who };
			return { source: 'partnerCenter', client, close: async () => {}, ...(account && { account }) };
		});
		this.changes = new Changes(this.sessions, async () => ({
			clock: this.clock,
			shelfFor: (session) => this.shelfFor(session),
			looksAt: () => (this.looksAt === undefined ? [] : [this.looksAt]),
		}));
		this.changes.onDidChange((ids) => ids.size > 0 && this.told.push([...ids].join(' ')));
	}

	shelf(who: string): ShelfInHand {
		const shelf = this.shelves.get(who) ?? new ShelfInHand();
		this.shelves.set(who, shelf);
		return shelf;
	}

	/** Somebody opens the view. */
	async opens(who = this.who): Promise<Session> {
		this.who = who;
		this.sessions.end();
		const session = await this.sessions.opened();
		await settled();
		return session;
	}

	/** A list has come. */
	comes(session: Session, ...all: readonly object[]): void {
		const usual = {
			id: 'one',
			status: 'New',
			createdDateTime: at(start - hour),
			updatedDateTime: at(start - hour),
		};
		session.store.put(
			all.map((each) => received({ ...usual, ...each })),
			{ whole: false },
		);
	}

	async later(milliseconds = minute): Promise<void> {
		this.clock.advance(milliseconds);
		await settled();
		this.clock.advance(minute);
		await settled();
	}
}

async function settled(): Promise<void> {
	for (let turns = 0; turns < 20; turns++) await turnOfLoop();
}

describe('what has changed since somebody looked', () => {
	it('is told with its ids, counted, and gone once it is seen', async () => {
		const world = new World();
		const session = await world.opens();
		world.comes(session, worth(5), { id: 'other' });
		assert.deepEqual([world.changes.count, world.told], [0, []]);
		world.comes(session, worth(6));
		assert.deepEqual([world.changes.count, world.told], [1, ['one']]);
		assert.equal(world.changes.markOf('one')?.kind, 'changed');
		world.changes.saw(['one']);
		world.changes.saw(['one']);
		assert.deepEqual([world.changes.count, world.told], [0, ['one', 'one']]);
		world.comes(session, worth(7), { id: 'other', ...worth(7) });
		assert.equal(world.changes.count, 2);
		world.changes.saw(['other', 'one', 'another']);
		assert.equal(world.changes.count, 0);
	});

	it('counts what is loaded, not what is forgotten or has gone', async () => {
		const world = new World();
		const session = await world.opens();
		world.comes(session, worth(5), { id: 'other' }, { id: 'third' });
		world.comes(session, worth(6), { id: 'other', ...worth(1) }, { id: 'third', ...worth(1) });
		assert.equal(world.changes.count, 3);
		session.store.drop('other');
		assert.equal(world.changes.count, 2);
		session.store.pin('one');
		session.store.tidy();
		assert.equal(world.changes.count, 1);
	});

	it('is nothing while the user looks at it', async () => {
		const world = new World();
		const session = await world.opens();
		world.looksAt = 'one';
		world.comes(session, worth(5));
		world.comes(session, worth(6));
		assert.equal(world.changes.count, 0);
		world.looksAt = undefined;
		world.comes(session, worth(7));
		assert.equal(world.changes.count, 1);
	});

	it('is written some time after, and never before something has come', async () => {
		const world = new World();
		const session = await world.opens();
		await world.later();
		assert.equal(world.shelf('ada').writes, 0);
		world.comes(session, worth(5));
		world.comes(session, { id: 'other' });
		assert.equal(world.shelf('ada').writes, 0);
		await world.later();
		assert.equal(world.shelf('ada').writes, 1);
		world.comes(session, worth(5));
		await world.later();
		assert.equal(world.shelf('ada').writes, 1);
	});

	it('is known to the next window, also of what was not written when this one closed', async () => {
		const world = new World();
		world.comes(await world.opens(), worth(5));
		await world.changes.end();
		const next = new World(world.shelves);
		next.comes(await next.opens(), worth(6));
		assert.equal(next.changes.count, 1);
		await next.changes.end();
		assert.equal(next.changes.markOf('one'), undefined);
	});

	it('is of one account alone, also when that changes in the middle of a write', async () => {
		const world = new World();
		const ada = await world.opens('ada');
		world.comes(ada, worth(5));
		world.comes(ada, worth(6));
		world.clock.advance(3000);
		const ben = await world.opens('ben');
		assert.deepEqual([world.changes.count, world.changes.markOf('one')], [0, undefined]);
		world.comes(ben, worth(900));
		world.comes(ada, worth(7));
		assert.equal(world.changes.count, 0);
		await world.later();
		assert.equal(world.shelf('ada').text.split('\n').length, 2);
		assert.equal(world.shelf('ben').text.split('\n').length, 2);
		world.comes(await world.opens('ada'), worth(5));
		assert.equal(world.changes.count, 0);
		world.comes(await world.opens('ben'), worth(901));
		assert.equal(world.changes.count, 1);
	});

	it('begins with what came while it was not known yet what was seen before', async () => {
		const world = new World();
		world.comes(await world.opens(), worth(5));
		await world.changes.end();
		const next = new World(world.shelves);
		let goOn = () => {};
		next.shelfFor = async () => {
			await new Promise<void>((resolve) => {
				goOn = resolve;
			});
			return next.shelf('ada');
		};
		const session = await next.opens();
		next.comes(session, worth(6));
		assert.equal(next.changes.count, 0);
		goOn();
		await settled();
		assert.deepEqual([next.changes.count, next.told], [1, ['one']]);
	});

	it('is nothing of a session that has ended before it was known what was seen', async () => {
		const world = new World();
		const waiting: (() => void)[] = [];
		world.shelfFor = async ({ account }) => {
			await new Promise<void>((resolve) => waiting.push(resolve));
			return world.shelf(account?.id ?? '');
		};
		world.comes(await world.opens('ada'), worth(5));
		const ben = await world.opens('ben');
		for (const goOn of waiting.reverse()) goOn();
		await settled();
		world.comes(ben, worth(5));
		await world.later();
		assert.deepEqual([world.shelf('ada').writes, world.shelf('ben').writes], [0, 1]);
	});

	for (const [name, shelf] of Object.entries<World['shelfFor']>({
		'there is no place': () => Promise.reject(new Error('no')),
		'nothing can be read': async () => ({ ...fails, digest: (text: string) => text }),
		'nothing can be written': async () => ({
			...fails,
			digest: (text: string) => text,
			read: async () => '',
		}),
		'nothing is to be kept': async () => undefined,
	}))
		it(`is still told within the window where ${name}`, async () => {
			const world = new World();
			world.shelfFor = shelf;
			const session = await world.opens();
			world.comes(session, worth(5));
			await world.later();
			world.comes(session, worth(6));
			for (let time = 0; time < 10; time++) await world.later();
			assert.equal(world.changes.count, 1);
			await world.changes.end();
		});

	it('begins anew when the user wants something else to be kept', async () => {
		const world = new World();
		const session = await world.opens();
		world.comes(session, worth(5));
		world.comes(session, worth(6));
		world.shelfFor = async () => undefined;
		world.changes.startOver();
		assert.deepEqual([world.changes.count, world.told], [0, ['one', 'one']]);
		await world.later();
		assert.equal(world.shelf('ada').writes, 0);
		world.comes(session, worth(7));
		assert.equal(world.changes.count, 1);
	});

	it('is what the other window has not seen, once one looks', async () => {
		const before = new World();
		before.comes(await before.opens(), worth(5));
		await before.changes.end();
		const [one, other] = [new World(before.shelves), new World(before.shelves)];
		const now = { ...worth(6), updatedDateTime: at(start) };
		for (const world of [one, other]) world.comes(await world.opens(), now);
		one.changes.saw(['one']);
		await one.later();
		assert.equal(other.changes.count, 1);
		await other.changes.look();
		assert.deepEqual([other.changes.count, other.told], [0, ['one', 'one']]);
	});
});
