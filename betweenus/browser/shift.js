// Three presses of Shift, by itself, leave the page.

import { targetOf } from "./find.js";

/** @typedef {(type: string, listen: (event: any) => void) => void} On */

const PRESSES = 3;
const PATIENCE = 5000; // milliseconds
const WRITABLE = "textarea, input:not([type=radio], [type=checkbox]), [contenteditable]";

/**
 * Counts up to three, shows and says how far it is, and forgets the count after five seconds.
 * @param {HTMLElement} button
 * @param {HTMLElement} said
 * @param {() => void} leave
 */
export function countPresses(button, said, leave) {
  const { one, two, over } = said.dataset;
  let count = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @type {(number: number, words?: string) => void} */
  const show = (number, words = "") => {
    count = number;
    button.dataset.presses = String(number);
    said.textContent = words;
    clearTimeout(timer);
  };
  const reset = () => show(0);
  const callOff = () => {
    if (count === 0) return;
    show(0, over);
    timer = setTimeout(reset, PATIENCE);
  };
  const press = () => {
    if (count + 1 === PRESSES) {
      reset();
      leave();
      return;
    }
    show(count + 1, count === 0 ? two : one);
    timer = setTimeout(callOff, PATIENCE);
  };
  return { press, callOff, reset };
}

/**
 * Tells a Shift that is pressed by itself from one that is held for another key or for a click.
 * @param {On} on
 * @param {{press: () => void, callOff: () => void}} presses
 */
export function watchShift(on, { press, callOff }) {
  let alone = true;
  on("keydown", (event) => {
    if (event.repeat) return;
    if (event.key === "Shift") {
      alone = !event.ctrlKey && !event.altKey && !event.metaKey;
    } else {
      alone = false;
      callOff();
    }
  });
  on("pointerdown", (event) => {
    alone &&= !event.shiftKey;
  });
  on("keyup", (event) => {
    if (event.key === "Shift" && alone && !event.isComposing && !typesByTouch(targetOf(event))) press();
    // So that it also works where only keys going up are told.
    alone = !event.shiftKey;
  });
}

/**
 * Touch keyboards send a Shift of their own for each capital letter.
 * @param {Element} field
 */
function typesByTouch(field) {
  return matchMedia("(pointer: coarse)").matches && Boolean(field.closest?.(WRITABLE));
}
