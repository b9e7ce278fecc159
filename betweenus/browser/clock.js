// A clock that counts down. It reckons from the time of day and counts no ticks, which come late or not
// at all while a tab is hidden or a device sleeps.

import { locale } from "./words.js";

/** @typedef {ReturnType<typeof openClock>} Clock */

/**
 * @param {object} told
 * @param {(left: number) => void} told.tick told the milliseconds left, each second
 * @param {() => void} told.over told once when nothing is left
 */
export function openClock({ tick, over }) {
  let rest = 0; // milliseconds left, while it stands
  /** @type {number | undefined} the time of day at which nothing will be left, while it runs */
  let end;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const left = () => (end === undefined ? rest : Math.max(0, end - Date.now()));
  const stand = () => {
    rest = left();
    end = undefined;
    clearTimeout(timer);
  };
  const look = () => {
    clearTimeout(timer);
    tick(left());
    if (end === undefined) return;
    if (left() > 0) {
      timer = setTimeout(look, left() % 1000 || 1000);
      return;
    }
    stand();
    over();
  };

  return {
    get left() {
      return left();
    },
    get running() {
      return end !== undefined;
    },
    /**
     * Set the time left; a clock that runs runs on.
     * @param {number} milliseconds
     */
    set(milliseconds) {
      rest = milliseconds;
      if (end !== undefined) end = Date.now() + milliseconds;
      look();
    },
    go() {
      end ??= Date.now() + rest;
      look();
    },
    pause: stand,
    look,
  };
}

/**
 * What a clock shows: minutes and seconds, "5:42", in the digits of the book's language.
 * @param {number} milliseconds begun seconds count
 */
export function clockFace(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  /** @type {(number: number, places: number) => string} */
  const digits = (number, places) =>
    number.toLocaleString(locale(), { minimumIntegerDigits: places, useGrouping: false });
  return `${digits(Math.floor(seconds / 60), 1)}:${digits(seconds % 60, 2)}`;
}
