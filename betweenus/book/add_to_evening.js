// Adds an exercise to the plan of an evening, which the tab remembers; its page puts it in its place.

import { find } from "../browser/find.js";
import { remember } from "../browser/remember.js";

/** @param {HTMLElement} el */
export function addToEvening(el) {
  const button = find(el, "button", HTMLButtonElement);
  const kept = remember("plan");
  button.addEventListener("click", () => {
    const plan = kept.read() ?? { names: [] };
    kept.write({ ...plan, more: [...(plan.more ?? []), button.dataset.name] });
    find(el, "[data-added]", HTMLElement).hidden = false;
  });
  el.hidden = false;
}
