import assert from 'node:assert/strict';
import { Emitter } from '../../../../src/listing/emitter.ts';
import { Presence } from '../../../../src/listing/watching/presence.ts';

/** Something that comes into sight and leaves it. */
function surface(visible: boolean, touched = 0) {
	const changes = new Emitter<void>();
	const made = { visible, touched, onDidChange: changes.event };
	const show = (now: boolean) => {
		made.visible = now;
		changes.fire();
	};
	return { made, show };
}

describe('somebody may be looking', () => {
	const begun = (focused: boolean) => {
		const focus = { focused, onDidChange: new Emitter<void>().event };
		const presence = new Presence(focus);
		const told: boolean[] = [];
		presence.onDidChange(() => told.push(presence.present));
		return { presence, told };
	};

	it('where one of two things in a window with the focus is in sight', () => {
		const { presence, told } = begun(true);
		const [view, page] = [surface(true, 5), surface(false, 7)];
		presence.add(view.made);
		const shown = presence.add(page.made);
		assert.deepEqual([presence.present, presence.touched], [true, 7]);
		view.show(false);
		page.show(true);
		shown.dispose();
		page.show(true);
		assert.deepEqual([told, presence.touched], [[true, true, false, true, false], 5]);
	});

	it('not in another window', () => {
		const { presence } = begun(false);
		presence.add(surface(true).made);
		assert.equal(presence.present, false);
	});

	it('not where there is nothing to see, nor after the end', () => {
		const { presence, told } = begun(true);
		assert.equal(presence.present, false);
		const view = surface(true);
		presence.add(view.made);
		presence.dispose();
		view.show(true);
		assert.deepEqual([presence.present, told], [false, [true]]);
	});
});
