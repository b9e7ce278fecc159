// The quick exit of JupyterLab: one for all reflections and the panel on the page, as long as there is any.

import { leadOutOfDialogs, startExit } from "./exit.js";
import { placeOf } from "./place.js";

/** @typedef {{places: Set<string>, reflections: Set<HTMLElement>, stop: () => void}} Exit */

// Every reflection is a module of its own here: what they share hangs on one symbol.
const SHARED = Symbol.for("betweenus/exit");

/**
 * From when the reflection is first seen: JupyterLab may draw one while its notebook closes, and then neither shows it
 * nor takes it away again.
 * @param {HTMLElement} el a reflection
 * @param {string} markup of the exit
 * @returns {() => void} undoes it
 */
export function shareExit(el, markup) {
  let undo = () => {};
  const seen = new ResizeObserver(() => {
    if (!el.isConnected) return; // browsers tell a first size of what is nowhere, too
    seen.disconnect();
    undo = joinExit(el, markup);
  });
  seen.observe(el);
  return () => {
    seen.disconnect();
    undo();
  };
}

/**
 * At once, for what stays on the page.
 * @param {HTMLElement} el
 * @param {string} markup
 * @returns {() => void} undoes it
 */
export function joinExit(el, markup) {
  const shared = /** @type {{[SHARED]?: Exit}} */ (globalThis);
  const exit = (shared[SHARED] ??= openExit(markup));
  exit.reflections.add(el);
  exit.places.add(placeOf(el));
  leadOutOfDialogs(el);
  return () => {
    exit.reflections.delete(el);
    if (exit.reflections.size > 0) return;
    exit.stop();
    delete shared[SHARED];
  };
}

/**
 * @param {string} markup
 * @returns {Exit}
 */
function openExit(markup) {
  const corner = document.createElement("div");
  corner.className = "exit-corner";
  corner.innerHTML = markup;
  document.body.prepend(corner); // so that Tab finds it first
  makeRoom();
  const places = /** @type {Set<string>} */ (new Set());
  const stop = startExit(places);
  return {
    places,
    reflections: new Set(),
    stop() {
      stop();
      corner.remove();
      makeRoom();
    },
  };
}

/** JupyterLab lays its parts out anew when it hears of another size; how much room there is says exit.css. */
function makeRoom() {
  dispatchEvent(new Event("resize"));
}
