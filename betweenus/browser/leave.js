// Lets everything that holds an answer hear that somebody leaves in a hurry, in this tab and in others.

import { openChannel } from "./channel.js";
import { placeOf } from "./place.js";

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

/**
 * Tell the other tabs of a course, also from a page that holds no answers itself.
 * @param {string} place see place.js
 */
export function tellOtherTabs(place) {
  const channel = openChannel(place);
  channel?.postMessage({ leave: true });
  channel?.close();
}

/**
 * Hear that somebody left in another tab of this page's course.
 * @param {() => void} act
 * @returns {() => void} takes it back
 */
export function hearOtherTabs(act) {
  const channel = openChannel(placeOf());
  channel?.addEventListener("message", ({ data }) => data?.leave === true && act());
  return () => channel?.close();
}
