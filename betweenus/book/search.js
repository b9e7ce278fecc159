// Sphinx's search without traces: its words stand behind the # of the address, which browsers do not send, and none
// are left in the browser's storage.

import { find } from "../browser/find.js";

// Where Sphinx leaves the last words, to mark them on the page that was found.
const LEFT = "sphinx_highlight_terms";

export function main() {
  /** @type {any} */ (globalThis).SPHINX_HIGHLIGHT_ENABLED = false;
  forget();
  addEventListener("hashchange", () => sought() && location.reload());
  document.addEventListener("DOMContentLoaded", start);
}

function start() {
  const form = find(document, "form.search", HTMLFormElement);
  const field = find(form, "[name=q]", HTMLInputElement);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.replace(`#${new URLSearchParams({ q: field.value })}`);
  });
  const words = sought();
  if (!words) return;
  field.value = words;
  // @ts-expect-error: Sphinx's own, from searchtools.js
  Search.performSearch(words);
}

/** The words that the address asks for, if it asks for any: a link within the page has a # too. */
function sought() {
  return new URLSearchParams(location.hash.slice(1)).get("q");
}

/** An earlier version of the book may have left some. */
function forget() {
  try {
    localStorage.removeItem(LEFT);
  } catch {
    // A browser that refuses its storage has none there.
  }
}
