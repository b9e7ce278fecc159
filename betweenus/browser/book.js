// The host in the book: finds every reflection on the page and starts its behaviour.
// Built as one classic script, since module scripts do not run from file://.

import { find, findAll } from "./find.js";
import { attachLine } from "./line.js";
import { scriptsBeside } from "./load_script.js";
import { sharedStore } from "./store.js";

/** @typedef {{render: (host: {el: HTMLElement}) => (() => void) | void}} Behaviour what a reflection does */

/**
 * @param {Record<string, Behaviour>} behaviours by kind
 * @param {HTMLScriptElement} script the page's script, beside which those lie that only few need
 * @param {Record<string, (el: HTMLElement) => void>} [rooms] what else begins once the reflections have, by selector
 */
export function startPage(behaviours, script, rooms = {}) {
  if (isFramed()) return refuse();
  sharedStore().loadFrom(scriptsBeside(script));
  for (const el of findAll(document, "[data-reflection]:not([data-ready])")) {
    mount(el, behaviours[el.dataset.reflection ?? ""]);
  }
  for (const el of findAll(document, "[data-store-line]:not([data-ready])")) attachLine(el);
  for (const [selector, attach] of Object.entries(rooms)) findAll(document, selector).forEach(attach);
}

/** A page in a frame can't know who sees it, or what lies over it. */
function isFramed() {
  return window.top !== window;
}

/** Say so in place of everything that could be written on; what is asked can be read. */
function refuse() {
  const { content } = find(document, "template[data-framed]", HTMLTemplateElement);
  for (const el of findAll(document, "[data-reflection]")) {
    el.replaceChildren(...findAll(el, ".reflection-prompt"), document.importNode(content, true));
  }
}

/**
 * @param {HTMLElement} el
 * @param {Behaviour} behaviour
 */
function mount(el, behaviour) {
  try {
    behaviour.render({ el });
    el.dataset.ready = "";
  } catch (error) {
    // One broken reflection must not take the others with it; its markup still works on paper.
    console.error(`The reflection ${el.dataset.reflectionId} did not start.`, error);
  }
}
