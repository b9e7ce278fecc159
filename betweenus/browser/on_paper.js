// On paper nobody can open what is folded away. Style sheets see to that, in browsers that know how.

import { findAll } from "./find.js";

export function openOnPaper() {
  if (CSS.supports("selector(::details-content)")) return;
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = findAll(document, "main details:not([open])", HTMLDetailsElement);
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
    opened = [];
  });
}
