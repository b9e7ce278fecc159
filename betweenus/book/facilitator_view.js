// Remembers whether one leads: what only those need is folded away for others by exercises.css. Without script, and on
// paper, all of it is there.

import { find, findTarget } from "../browser/find.js";
import { remember } from "../browser/remember.js";

/** @param {HTMLElement} el */
export function facilitatorView(el) {
  const box = find(el, "input", HTMLInputElement);
  const kept = remember("facilitator");

  box.addEventListener("change", () => kept.write(box.checked));
  // A link to a folded section opens the view.
  addEventListener("hashchange", () => {
    if (leadsInside()) box.checked = true;
  });
  box.checked = kept.read() === true || leadsInside();
  el.hidden = false;
}

function leadsInside() {
  return Boolean(findTarget()?.closest(".for-facilitators"));
}
