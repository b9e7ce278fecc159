// Folds away what only those who lead need. Without script, and on paper, all of it is there.

import { find, findTarget } from "../browser/find.js";
import { remember } from "../browser/remember.js";

/** @param {HTMLElement} el */
export function facilitatorView(el) {
  const box = find(el, "input", HTMLInputElement);
  const page = document.documentElement;
  const kept = remember("facilitator");

  /** @param {boolean} on */
  function show(on) {
    box.checked = on;
    page.toggleAttribute("data-folded", !on);
  }

  box.addEventListener("change", () => {
    kept.write(box.checked);
    show(box.checked);
  });
  // A link to a folded section opens the view.
  const unfold = () => leadsInside() && show(true);
  addEventListener("hashchange", unfold);
  show(kept.read() === true || leadsInside());
  el.hidden = false;
}

function leadsInside() {
  return Boolean(findTarget()?.closest(".for-facilitators"));
}
