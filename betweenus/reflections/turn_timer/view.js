// What the timer shows: over the whole screen the time left, what is said, and the buttons; and how it ended, on the page.

import { clockFace } from "../../browser/clock.js";
import { find } from "../../browser/find.js";
import { A_MOMENT } from "../../browser/moment.js";
import { openAtItself } from "../../browser/open_at_itself.js";
import { write } from "../../browser/write.js";

/** @typedef {{running: boolean, isLast: boolean, isOver: boolean}} State */

/**
 * @param {HTMLElement} el
 * @param {Record<string, string>} words
 */
export function viewOf(el, words) {
  const part = (/** @type {string} */ name) => find(el, `[data-${name}]`, HTMLElement);
  // Not `disabled`: a button that is must give up the focus it has.
  const rest = (/** @type {string} */ name, /** @type {boolean} */ resting) =>
    part(name).setAttribute("aria-disabled", String(resting));
  const dialog = find(el, "dialog", HTMLDialogElement);
  return {
    part,
    dialog,
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
    /**
     * @param {number} left in milliseconds
     * @param {number} whole how long the turn is
     */
    showTime(left, whole) {
      part("clock").textContent = clockFace(left);
      find(el, "[data-ring]", SVGElement).setAttribute("stroke-dasharray", `${left / whole} 1`);
    },
    open() {
      part("ended").textContent = "";
      if (!dialog.open) openAtItself(dialog, part("buttons"));
    },
    /** @param {string} how it ended */
    close(how) {
      dialog.close();
      part("said").textContent = "";
      const ended = part("ended"); // the host may take the page away meanwhile
      // What is said behind a dialog nobody hears.
      setTimeout(() => {
        if (!dialog.open) ended.textContent = how;
      }, A_MOMENT);
    },
    /** @param {string} text */
    say(text) {
      write(part("said"), text);
    },
    /** @param {State} state */
    showButtons({ running, isLast, isOver }) {
      part("pause").textContent = running ? words.pause : words.go_on;
      part("next").textContent = isLast ? words.finish : words.next;
      part("pause").classList.toggle("main", !running && !isOver);
      part("next").classList.toggle("main", isOver);
      rest("pause", isOver);
    },
  };
}
