// For what is on the screen and kept nowhere: it goes when answers are hidden.

import { leaving } from "./leave.js";
import { sharedStore } from "./store.js";

/** @import { Change } from "./store.js" */

/**
 * Have something forgotten when answers are locked, covered or deleted, and when somebody leaves.
 * @param {HTMLElement} el the reflection's root element
 * @param {() => void} forget
 * @returns {() => void} takes it back
 */
export function whenHidden(el, forget) {
  const store = sharedStore(el);
  /** @param {Event} event */
  const onChange = (event) => {
    const { all, uncovered } = /** @type {CustomEvent<Change>} */ (event).detail;
    if (all && !uncovered && store.state !== "open") forget();
  };
  store.addEventListener("change", onChange);
  const stay = leaving(forget);
  return () => {
    store.removeEventListener("change", onChange);
    stay();
  };
}
