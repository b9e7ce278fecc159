// The host in the book: finds every reflection on the page and starts its behaviour.
// Built as one classic script, since module scripts do not run from file://.

import { attachLine } from "./line.js";
import { vaultBeside } from "./load_vault.js";
import { sharedStore } from "./store.js";

/**
 * @param {Record<string, {render: Function}>} behaviours by kind
 * @param {HTMLScriptElement} script the page's script, which carries the settings of the book
 */
export function startPage(behaviours, script) {
  sharedStore({ loadVault: vaultBeside(script), idleMinutes: Number(script.dataset.lockMinutes) || undefined });
  for (const el of document.querySelectorAll("[data-reflection]:not([data-ready])")) {
    mount(el, behaviours[el.dataset.reflection]);
  }
  for (const el of document.querySelectorAll("[data-store-line]:not([data-ready])")) attachLine(el);
}

function mount(el, behaviour) {
  try {
    behaviour.render({ model: modelOf(el), el });
    el.dataset.ready = "";
  } catch (error) {
    // One broken reflection must not take the others with it; its markup still works on paper.
    console.error(`The reflection ${el.dataset.reflectionId} did not start.`, error);
  }
}

/** The content of a reflection behind the few calls that behaviours may use of a widget's model. */
function modelOf(el) {
  const content = JSON.parse(el.querySelector("script[data-content]").textContent);
  return {
    get: (name) => content[name],
    set: (name, value) => {
      content[name] = value;
    },
    on() {},
    off() {},
    save_changes() {},
  };
}
