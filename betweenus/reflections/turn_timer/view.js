// What the timer shows: the time left, what is said, and the buttons.

import { clockFace } from "../../browser/clock.js";
import { find } from "../../browser/find.js";

/** @typedef {{running: boolean, turn: number, isLast: boolean, isOver: boolean}} State `turn` is 0 while there is none */

/**
 * @param {HTMLElement} el
 * @param {Record<string, string>} words
 */
export function viewOf(el, words) {
  const part = (/** @type {string} */ name) => find(el, `[data-${name}]`, HTMLElement);
  // Not `disabled`: a button that is must give up the focus it has.
  const rest = (/** @type {string} */ name, /** @type {boolean} */ resting) =>
    part(name).setAttribute("aria-disabled", String(resting));
  return {
    part,
    sound: find(el, "[data-sound]", HTMLInputElement),
    /**
     * @param {string} name
     * @param {() => void} act
     */
    onClick(name, act) {
      part(name).addEventListener("click", () => {
        if (part(name).getAttribute("aria-disabled") !== "true") act();
      });
    },
    /** @param {number} left in milliseconds */
    showTime(left) {
      part("clock").textContent = clockFace(left);
    },
    /** @param {string} text */
    say(text) {
      if (part("said").textContent !== text) part("said").textContent = text;
    },
    /** @param {State} state */
    showButtons({ running, turn, isLast, isOver }) {
      part("start").textContent = running ? words.pause : turn ? words.go_on : words.start;
      part("next").textContent = turn && isLast ? words.finish : words.next;
      rest("start", turn > 0 && isOver);
      for (const name of ["more", "next", "stop"]) rest(name, turn === 0);
    },
  };
}
