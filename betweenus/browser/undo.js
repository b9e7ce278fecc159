// What a browser remembers of typing, to undo it or to do it again.

import { findAll } from "./find.js";

/**
 * Have it forget: else Ctrl+Z brings back to an emptied box what somebody typed there. It remembers by the place
 * that a box has in the page, so each is put in anew.
 * @param {HTMLElement} el
 */
export function forgetTyping(el) {
  const focused = el.querySelector(":focus");
  for (const box of findAll(el, "textarea, input[type=text], input[type=password]")) putInAnew(box);
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}

/** @param {HTMLElement} box */
function putInAnew(box) {
  const { parentNode, nextSibling } = box;
  box.remove();
  parentNode?.insertBefore(box, nextSibling);
}
