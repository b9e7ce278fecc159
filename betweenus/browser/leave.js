// Lets everything that holds an answer hear that somebody leaves in a hurry.

// An event of the window and not a list: exit.js and betweenus.js are bundles of their own, and a list
// in this module would exist once in each of them.
const LEAVING = "betweenus:leaving";

/**
 * Have something forgotten or locked when somebody leaves. It has to be done when the function returns,
 * since the page is gone a moment later.
 * @param {() => void} forget
 * @returns {() => void} takes it back
 */
export function leaving(forget) {
  addEventListener(LEAVING, forget);
  return () => removeEventListener(LEAVING, forget);
}

/** Call all of them, in the order they came. One that throws does not stop the others. */
export function forgetEverything() {
  dispatchEvent(new Event(LEAVING));
}
