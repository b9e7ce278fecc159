// Where a group is in its steps, and the time that each step has left.

import { openClock } from "../browser/clock.js";

const MINUTE = 60_000;
const MORE = 2 * MINUTE;

/** @typedef {{place: number, paused: boolean, left: number[], at: number}} Kept where a run was, and when */

/**
 * @param {number[]} minutes of each step
 * @param {object} told
 * @param {() => void} told.tick each second, and whenever the time left changes
 * @param {() => void} told.over when a step has no time left
 * @param {Kept} [kept] what `keep` of an earlier run gave: this one goes on from there
 */
export function openRun(minutes, { tick, over }, kept) {
  // A step that one comes back to has the time that it had left. Place 0 is before the first step.
  const left = kept ? [...kept.left] : [0, ...minutes.map((each) => each * MINUTE)];
  let place = kept?.place ?? 0;
  let paused = kept?.paused ?? false;
  const clock = openClock({ tick, over });

  const start = () => {
    clock.set(left[place]);
    if (place > 0 && !paused) clock.go();
  };
  const lasts = () => left.map((rest, number) => (number === place ? clock.left : rest));

  return {
    get place() {
      return place;
    },
    get paused() {
      return paused;
    },
    /** Milliseconds that are left of this step. */
    get left() {
      return clock.left;
    },
    /** Milliseconds that are left of this step and of all that follow. */
    get leftInAll() {
      return lasts().reduce((sum, rest, number) => (number < place ? sum : sum + rest), 0);
    },
    /** Let the time run, once the maker is ready to be told of it. */
    start,
    /** @param {number} by */
    move(by) {
      left[place] = clock.left;
      place = Math.min(minutes.length, Math.max(0, place + by));
      clock.pause();
      start();
    },
    pause() {
      paused = !paused;
      if (paused) clock.pause();
      else clock.go();
    },
    more() {
      clock.set(clock.left + MORE);
      if (!paused) clock.go();
    },
    look: clock.look,
    stop: clock.pause,
    /** Everything needed to go on later; time that has passed by then counts unless it is paused. */
    /** @returns {Kept} */
    keep: () => ({ place, paused, left: lasts(), at: Date.now() }),
  };
}

/**
 * What was kept, as it is now.
 * @template {Kept} K
 * @param {K} kept
 * @param {number} [now]
 * @returns {K}
 */
export function sinceThen(kept, now = Date.now()) {
  const { place, paused, left, at } = kept;
  const gone = paused || place === 0 ? 0 : now - at;
  return { ...kept, left: left.map((rest, number) => (number === place ? Math.max(0, rest - gone) : rest)) };
}
