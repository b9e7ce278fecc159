// What the two have agreed on: who is what, how long a turn takes, and how many there are.

import { find } from "../../browser/find.js";
import { locale } from "../../browser/words.js";

/** @typedef {ReturnType<typeof settingsOf>} Settings */

/**
 * The couple's own settings; an empty or impossible field takes the nearest thing that works.
 * @param {HTMLElement} el
 */
export function settingsOf(el) {
  const field = (/** @type {string} */ name) => find(el, `[name$="-${name}"]`, HTMLInputElement);
  const text = (/** @type {string} */ name) => field(name).value.trim() || field(name).defaultValue;
  const number = (/** @type {string} */ name) => {
    const { value, defaultValue, min, max } = field(name);
    return Math.min(Number(max), Math.max(Number(min), Math.round(Number(value || defaultValue))));
  };
  /** @type {(name: string, value: string, said: string) => void} */
  const put = (name, value, said) => {
    field(name).value = value;
    find(el, `[data-says=${name}]`, HTMLElement).textContent = said;
  };
  return {
    first: () => text("first"),
    minutes: () => number("minutes"),
    turns: () => 2 * number("rounds"),
    /** The names go; how long and how many says nothing of anybody. */
    forgetNames() {
      for (const name of ["first", "second"]) field(name).value = "";
    },
    /** Write what holds into the fields, and into the instructions that are printed. */
    show() {
      for (const name of ["first", "second"]) put(name, text(name), text(name));
      for (const name of ["minutes", "rounds"]) {
        put(name, String(number(name)), number(name).toLocaleString(locale()));
      }
    },
  };
}
