// Something that a tab remembers about its pages, and never an answer. The quick exit forgets it.

import { nameAt, placeOf } from "./place.js";

/** @param {string} name what it is, such as "plan" */
export function remember(name) {
  const key = nameAt(placeOf(), `:${name}`); // answers have no colon
  return {
    /** @returns {any} */
    read() {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? "null");
      } catch {
        return null;
      }
    },
    /** @param {unknown} value */
    write(value) {
      try {
        sessionStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Refused or full: the page works on, and has it only until it is left.
      }
    },
  };
}
